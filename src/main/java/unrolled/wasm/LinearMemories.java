package unrolled.wasm;

import java.util.ArrayList;
import java.util.List;
import unrolled.lab.Memories;
import unrolled.tensor.Memory;

/** Linear memories, used again once their experiment is closed: linear memory is never given back. */
final class LinearMemories implements Memories {
    private final List<LinearMemory> taken = new ArrayList<>();
    private final List<LinearMemory> free = new ArrayList<>();

    @Override
    public Memory take() {
        LinearMemory memory = free.isEmpty() ? new LinearMemory() : new LinearMemory(free.remove(free.size() - 1));
        taken.add(memory);
        return memory;
    }

    @Override
    public void keep(List<Memory> used) {
        for (LinearMemory memory : taken) {
            if (!used.contains(memory)) {
                free.add(memory);
            }
        }
        taken.removeAll(free);
    }
}
