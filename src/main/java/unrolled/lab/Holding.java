package unrolled.lab;

import static unrolled.lab.Lab.require;

import com.eclipsesource.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import unrolled.model.Architecture;
import unrolled.model.Cell;
import unrolled.preset.Clamps;
import unrolled.preset.Variants;

/**
 * Holds the numbers of one gate or state by hand. What is held is a part of the preset; while only its numbers change,
 * nothing is built anew.
 */
final class Holding {
    private final Lab lab;
    private final String name;
    private final int units;
    // whether z is told of as u
    private final boolean inverted;

    /** @throws IllegalArgumentException if nothing of that name can be held */
    Holding(Lab lab, String name) {
        this.lab = lab;
        this.inverted = lab.writes() && name.endsWith("u");
        this.name = inverted ? name.substring(0, name.length() - 1) + "z" : name;
        this.units = units(lab.preset().architecture(), this.name);
    }

    private static int units(Architecture architecture, String name) {
        for (int l = 0; l < architecture.layers().size(); l++) {
            Cell cell = architecture.layers().get(l);
            for (String letter : cell.clampable()) {
                if (architecture.name(l, letter).equals(name)) {
                    return cell.hidden();
                }
            }
        }
        throw new IllegalArgumentException("this net has no gate or state \"" + name + "\" that can be held");
    }

    /** @param t −1: at all steps; @param unit −1: all units; @param value NaN: not held any more */
    void hold(int t, int unit, double value) {
        int steps = lab.experiment().net.x().rows;
        require(t >= -1 && t < steps, "a step must be 0.." + (steps - 1) + ", or -1 for all, got " + t);
        require(unit >= -1 && unit < units, "a unit of " + name + " must be 0.." + (units - 1) + ", or -1 for all, got "
                + unit);
        require(value != value || Math.abs(value) <= Float.MAX_VALUE, name
                + " must be held at a finite number that float32 can hold, got " + value);
        double[][] rows = rows(steps);
        for (int step = t < 0 ? 0 : t; step <= (t < 0 ? steps - 1 : t); step++) {
            rows[step] = row(rows[step], unit, inverted ? 1 - value : value);
        }
        Clamps.requireRange(name, rows);
        Map<String, double[][]> clamps = new LinkedHashMap<>(lab.preset().clamps());
        clamps.put(name, rows);
        write(clamps);
    }

    private double[][] rows(int steps) {
        double[][] before = lab.preset().clamps().getOrDefault(name, new double[0][]);
        double[][] rows = new double[Math.max(steps, before.length)][];
        System.arraycopy(before, 0, rows, 0, before.length);
        return rows;
    }

    /** A row of its own, null if all of it is free. */
    private double[] row(double[] before, int unit, double value) {
        double[] row = new double[units];
        boolean any = false;
        for (int j = 0; j < units; j++) {
            row[j] = unit < 0 || unit == j ? value : before == null ? Double.NaN : before[j];
            any |= row[j] == row[j];
        }
        return any ? row : null;
    }

    private void write(Map<String, double[][]> clamps) {
        if (lab.variantNames().isEmpty() && lab.experiment().canHold(name)) {
            lab.hold(lab.variants().holding(clamps), name);
            return;
        }
        JsonObject json = lab.document();
        json.set("clamps", Clamps.write(clamps));
        lab.change(Variants.readEdit(json.toString(), lab.variants()));
    }
}
