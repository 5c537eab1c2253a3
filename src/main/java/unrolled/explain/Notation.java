package unrolled.explain;

import java.util.ArrayList;
import java.util.List;
import unrolled.trace.Expression.Function;
import unrolled.trace.Names;

/** How mathematics is spelled: plain text for a terminal and a screen reader, or LaTeX. */
public enum Notation {
    TEXT {
        @Override
        String symbol(String tensor, int lag) {
            return tensor + "(t" + (lag < 0 ? "−" + -lag : lag > 0 ? "+" + lag : "") + ")";
        }

        @Override
        String entry(String tensor, int t, int row, int column) {
            return tensor + (t >= 0 ? "(" + (t + 1) + ")" : "") + "[" + (row > 0 ? (row + 1) + "," : "") + (column + 1) + "]";
        }

        @Override
        String name(String tensor) {
            return tensor;
        }

        @Override
        String transposed(String matrix) {
            return matrix + "ᵀ";
        }

        @Override
        String apply(Function function, String argument) {
            return switch (function) {
                case SQUARE -> argument + "²";
                case NEGATIVE -> "−" + argument;
                case SIGMOID -> "σ" + bracket(argument);
                case RELU_SLOPE -> "relu′" + bracket(argument);
                default -> function.name().toLowerCase() + bracket(argument);
            };
        }

        @Override
        String quotient(String left, String right) {
            return left + " / " + bracket(right);
        }

        @Override
        String hadamard() {
            return " ⊙ ";
        }

        @Override
        String times() {
            return " · ";
        }

        @Override
        String minus() {
            return " − ";
        }

        @Override
        String total(String of) {
            return "Σⱼ " + bracket(of);
        }

        @Override
        String overTime(String of) {
            return "Σₜ " + of;
        }

        @Override
        String number(double value) {
            return Digits.of(value);
        }
    },

    LATEX {
        @Override
        String symbol(String tensor, int lag) {
            return decorated(tensor, "t" + (lag < 0 ? "-" + -lag : lag > 0 ? "+" + lag : ""));
        }

        @Override
        String entry(String tensor, int t, int row, int column) {
            return decorated(tensor, (t >= 0 ? t + 1 + "," : "") + (row > 0 ? (row + 1) + "," : "") + (column + 1));
        }

        @Override
        String name(String tensor) {
            return decorated(tensor, "");
        }

        @Override
        String transposed(String matrix) {
            return "{" + matrix + "}^{\\top}";
        }

        @Override
        String apply(Function function, String argument) {
            return switch (function) {
                case SQUARE -> "{" + argument + "}^{2}";
                case NEGATIVE -> "-" + argument;
                case SIGMOID -> "\\sigma" + bracket(argument);
                case TANH, LOG, EXP -> "\\" + function.name().toLowerCase() + bracket(argument);
                case RELU_SLOPE -> "\\operatorname{relu}'" + bracket(argument);
                default -> "\\operatorname{" + function.name().toLowerCase() + "}" + bracket(argument);
            };
        }

        @Override
        String quotient(String left, String right) {
            return "\\frac{" + left + "}{" + right + "}";
        }

        @Override
        String hadamard() {
            return " \\odot ";
        }

        @Override
        String times() {
            return " \\cdot ";
        }

        @Override
        String minus() {
            return " - ";
        }

        @Override
        String total(String of) {
            return "\\sum_{j} " + bracket(of);
        }

        @Override
        String overTime(String of) {
            return "\\sum_{t} " + of;
        }

        @Override
        String number(double value) {
            return Digits.of(value).replace("−", "-").replace("∞", "\\infty");
        }

        /** l2.dWx.i with subscript t becomes {@code dW^{(2)}_{x,i,t}}: base letters, layer above, the rest below; an arrow for what runs back. */
        private String decorated(String tensor, String subscript) {
            List<String> below = new ArrayList<>();
            String layer = "";
            String base = tensor.substring(Names.prefix(tensor));
            if (Names.layer(tensor) > 0) {
                layer = tensor.substring(1, Names.layer(tensor) - 1);
            }
            boolean reversed = Names.prefix(tensor) > Names.layer(tensor);
            if (base.indexOf('.') > 0) {
                below.add(base.substring(base.indexOf('.') + 1));
                base = base.substring(0, base.indexOf('.'));
            }
            for (String weight : new String[] {"W", "b"}) {
                int at = base.indexOf(weight);
                if (at >= 0 && at < 2 && base.length() > at + 1) {
                    below.add(0, base.substring(at + 1));
                    base = base.substring(0, at + 1);
                }
            }
            if (base.length() > 2) {
                base = "\\mathrm{" + base + "}";
            }
            if (reversed) {
                base = "\\overleftarrow{" + base + "}";
            }
            if (!subscript.isEmpty()) {
                below.add(subscript);
            }
            return base + (layer.isEmpty() ? "" : "^{(" + layer + ")}") + (below.isEmpty() ? "" : "_{" + String.join(",", below) + "}");
        }
    };

    abstract String symbol(String tensor, int lag);

    /** One number of a tensor; rows, columns and steps are shown counting from 1. */
    abstract String entry(String tensor, int t, int row, int column);

    abstract String name(String tensor);

    /** @param matrix as {@link #name} or {@link #symbol} spells it */
    abstract String transposed(String matrix);

    abstract String apply(Function function, String argument);

    abstract String quotient(String left, String right);

    abstract String hadamard();

    abstract String times();

    abstract String minus();

    abstract String total(String of);

    abstract String overTime(String of);

    abstract String number(double value);

    static String bracket(String inner) {
        return "(" + inner + ")";
    }
}
