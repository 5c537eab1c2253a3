package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** Loss and gradient norm along training: every update at first; when the room is full, every second point goes. */
final class Curve {
    private static final int ROOM = 1024;

    private final Tensor updates;
    private final Tensor loss;
    private final Tensor gradientNorm;
    private int points;
    private int every = 1;

    Curve(Memory memory) {
        updates = Tensor.vector(memory, ROOM);
        loss = Tensor.vector(memory, ROOM);
        gradientNorm = Tensor.vector(memory, ROOM);
    }

    /** @param update the number of the update, from 1 */
    void add(int update, double lossThen, double normThen) {
        if (update % every != 0) {
            return;
        }
        if (points == ROOM) {
            thin();
            if (update % every != 0) {
                return;
            }
        }
        write(points++, update, lossThen, normThen);
    }

    private void thin() {
        every *= 2;
        int kept = 0;
        for (int i = 0; i < points; i++) {
            if ((int) updates.get(i) % every == 0) {
                write(kept++, updates.get(i), loss.get(i), gradientNorm.get(i));
            }
        }
        points = kept;
    }

    /** Whether it tells of a time after an update: one went back to it. */
    boolean goesBeyond(int update) {
        return points > 0 && updates.get(points - 1) > update;
    }

    /** Forgets what came after an update. */
    void cut(int update) {
        while (points > 0 && updates.get(points - 1) > update) {
            points--;
        }
        if (points == 0) {
            every = 1;
        }
    }

    void copyFrom(Curve other) {
        points = other.points;
        every = other.every;
        updates.copyFrom(other.updates);
        loss.copyFrom(other.loss);
        gradientNorm.copyFrom(other.gradientNorm);
    }

    /** All of it, as {@link #restore} takes it back. */
    double[] save() {
        double[] saved = new double[2 + 3 * points];
        saved[0] = points;
        saved[1] = every;
        for (int i = 0; i < points; i++) {
            saved[2 + 3 * i] = updates.get(i);
            saved[3 + 3 * i] = loss.get(i);
            saved[4 + 3 * i] = gradientNorm.get(i);
        }
        return saved;
    }

    /** Takes back what {@link #save} gave, from place {@code from}; gives back the place after it. */
    int restore(double[] saved, int from) {
        int count = from + 2 <= saved.length ? (int) saved[from] : -1;
        int end = from + 2 + 3 * count;
        Lab.require(count >= 0 && count <= ROOM && end <= saved.length, "a saved curve has 0.." + ROOM
                + " points, got " + count + " in " + (saved.length - from) + " numbers");
        points = count;
        every = Math.max(1, (int) saved[from + 1]);
        for (int i = 0; i < points; i++) {
            write(i, saved[from + 2 + 3 * i], saved[from + 3 + 3 * i], saved[from + 4 + 3 * i]);
        }
        return end;
    }

    /** The last update it tells of. */
    int end() {
        return points > 0 ? (int) updates.get(points - 1) : 0;
    }

    /** Adds the points as lists. */
    JsonObject write(JsonObject json) {
        return json.add("updates", numbers(updates)).add("loss", numbers(loss))
                .add("gradientNorm", numbers(gradientNorm));
    }

    private JsonArray numbers(Tensor tensor) {
        JsonArray array = new JsonArray();
        for (int i = 0; i < points; i++) {
            array.add(Report.number(tensor.get(i)));
        }
        return array;
    }

    List<Trace.Entry> entries() {
        return List.of(new Trace.Entry("curve.updates", updates, Trace.Role.CURVE, 0),
                new Trace.Entry("curve.loss", loss, Trace.Role.CURVE, 0),
                new Trace.Entry("curve.gradientNorm", gradientNorm, Trace.Role.CURVE, 0));
    }

    int points() {
        return points;
    }

    Tensor updates() {
        return updates;
    }

    Tensor loss() {
        return loss;
    }

    private void write(int i, double update, double lossThen, double normThen) {
        updates.set(i, update);
        loss.set(i, lossThen);
        gradientNorm.set(i, normThen);
    }
}
