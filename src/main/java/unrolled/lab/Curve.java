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

    private void write(int i, double update, double lossThen, double normThen) {
        updates.set(i, update);
        loss.set(i, lossThen);
        gradientNorm.set(i, normThen);
    }
}
