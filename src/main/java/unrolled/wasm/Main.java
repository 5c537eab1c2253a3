package unrolled.wasm;

import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float32Array;
import unrolled.lab.Benchmark;
import unrolled.lab.ExplanationJson;
import unrolled.lab.Lab;
import unrolled.lab.Report;
import unrolled.lab.Structure;
import unrolled.lab.Views;
import unrolled.preset.Clamps;
import unrolled.tensor.JavaKernels;

/** The core as JavaScript sees it: every function converts, delegates, converts. One lab. */
public final class Main {
    private static final Lab LAB = new Lab(new LinearMemories(),
            Simd.THERE ? new SimdKernels(new JavaKernels()) : new JavaKernels());

    private Main() { }

    public static void main(String[] args) { }

    @JSExport
    public static void open(String json) {
        LAB.open(json);
    }

    @JSExport
    public static void change(String json) {
        LAB.change(json);
    }

    @JSExport
    public static void branch(String json) {
        LAB.branch(json);
    }

    @JSExport
    public static void train(int n) {
        LAB.train(n);
    }

    @JSExport
    public static void look() {
        LAB.look();
    }

    @JSExport
    public static void lookFree() {
        LAB.lookFree();
    }

    @JSExport
    public static boolean holds() {
        return LAB.holds();
    }

    @JSExport
    public static String hold(String tensor, int t, int unit, double value) {
        LAB.hold(tensor, t, unit, value);
        return Clamps.write(LAB.preset().clamps()).toString();
    }

    @JSExport
    public static void letGo() {
        LAB.letGo();
    }

    @JSExport
    public static void choose(int example) {
        LAB.choose(example);
    }

    @JSExport
    public static void travel(int update) {
        LAB.travel(update);
    }

    @JSExport
    public static void alone(int step) {
        LAB.alone(step);
    }

    @JSExport
    public static void turn(boolean on) {
        LAB.turn(on);
    }

    @JSExport
    public static void writes(boolean on) {
        LAB.writes(on);
    }

    @JSExport
    public static void set(String tensor, int index, double value) {
        LAB.set(tensor, index, value);
    }

    @JSExport
    public static void paste(String tensor, String text) {
        LAB.paste(tensor, text);
    }

    @JSExport
    public static void reset() {
        LAB.reset();
    }

    @JSExport
    public static void seed(int seed) {
        LAB.seed(seed);
    }

    @JSExport
    public static void decoding(double temperature, int topK, double topP, int draw) {
        LAB.decoding(temperature, topK, topP, draw);
    }

    @JSExport
    public static void variant(int index) {
        LAB.variant(index);
    }

    @JSExport
    public static String view(String name, String args) {
        return Views.of(LAB, name, args).toString();
    }

    @JSExport
    public static String explain(int operation, int unit) {
        return ExplanationJson.of(LAB, LAB.explain(operation, unit)).toString();
    }

    @JSExport
    public static double[] save() {
        return LAB.save();
    }

    @JSExport
    public static void restore(String json, double[] saved) {
        LAB.restore(json, saved);
    }

    @JSExport
    public static boolean isOpen() {
        return LAB.isOpen();
    }

    @JSExport
    public static int version() {
        return LAB.version();
    }

    @JSExport
    public static int variants() {
        return LAB.variantNames().size();
    }

    @JSExport
    public static int opened() {
        return LAB.variant();
    }

    @JSExport
    public static String structure() {
        return Structure.of(LAB).toString();
    }

    @JSExport
    public static String structureBeside(int variant) {
        return Structure.of(LAB, variant).toString();
    }

    @JSExport
    public static void lookBeside(int variant) {
        LAB.lookBeside(variant);
    }

    @JSExport
    public static String report(boolean exact) {
        return Report.of(LAB, exact).toString();
    }

    @JSExport
    public static double trainingLoss() {
        return LAB.lastLoss();
    }

    @JSExport
    public static String benchmark(String cell, int hidden, int batch, int steps) {
        return Benchmark.preset(cell, hidden, batch, steps);
    }

    @JSExport
    public static int frameSize(int variant) {
        return LAB.frameSize(variant);
    }

    @JSExport
    public static Float32Array memory(int variant) {
        return ((LinearMemory) LAB.memory(variant)).view();
    }
}
