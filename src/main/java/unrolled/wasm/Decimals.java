package unrolled.wasm;

import org.teavm.classlib.impl.text.DoubleAnalyzer;
import org.teavm.interop.Import;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Numbers to decimal digits and back as JavaScript does it, which is the same in every browser and correctly rounded.
 * TeaVM's own way needs tables of all powers of ten, a good tenth of what the page would weigh. The build puts this in
 * the place of them.
 */
public final class Decimals implements ClassHolderTransformer {
    /** TeaVM counts the exponent from behind so many digits. */
    private static final int DIGITS = 18;

    /** The shortest digits that tell the number from every other, with zeros behind them up to 18. */
    @Import(module = "decimals", name = "digits")
    private static native long digits(double value);

    /** The exponent of the first digit. */
    @Import(module = "decimals", name = "exponent")
    private static native int exponent(double value);

    /** The number nearest to digits · 10^exponent; the digits are an unsigned number. */
    @Import(module = "decimals", name = "value")
    private static native double value(long digits, int exponent);

    /** What {@link DoubleAnalyzer} is replaced by: finite numbers other than zero to digits. */
    static void analyze(double value, DoubleAnalyzer.Result result) {
        result.sign = value < 0;
        result.mantissa = digits(value);
        result.exponent = exponent(value);
    }

    /** What reading a number is replaced by, once its digits are gathered. */
    static double synthesize(long digits, int exponent, boolean negative) {
        double value = value(digits, exponent - DIGITS);
        return negative ? -value : value;
    }

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        switch (cls.getName()) {
            case "org.teavm.classlib.impl.text.DoubleAnalyzer" -> replace(cls, "analyze", "analyze", context);
            case "org.teavm.classlib.impl.text.DoubleSynthesizer" ->
                replace(cls, "synthesizeDouble", "synthesize", context);
            default -> { }
        }
    }

    private static void replace(ClassHolder cls, String theirs, String ours, ClassHolderTransformerContext context) {
        MethodHolder method = cls.getMethods().stream().filter(one -> one.getName().equals(theirs)).findFirst()
                .orElseThrow(() -> new IllegalStateException(cls.getName() + " has no " + theirs + " any more"));
        ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
        ValueEmitter[] arguments = new ValueEmitter[method.parameterCount()];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = program.var(k + 1, method.parameterType(k));
        }
        if (method.getResultType() == ValueType.VOID) {
            program.invoke(Decimals.class.getName(), ours, arguments);
            program.exit();
        } else {
            program.invoke(Decimals.class.getName(), ours, method.getResultType(), arguments).returnValue();
        }
        cls.removeMethod(cls.getMethod(new MethodDescriptor("<clinit>", void.class)));       // it fills the tables
    }
}
