package unrolled.explain;

import java.util.ArrayList;
import java.util.List;
import unrolled.trace.Expression.Function;
import unrolled.trace.Names;

/** How mathematics is spelled: plain text for a terminal and a screen reader, or LaTeX. */
public enum Notation {
    TEXT {
        @Override
        String indexed(String tensor, String steps) {
            return tensor + bracket(steps);
        }

        @Override
        String entry(String tensor, int t, int row, int column) {
            return tensor + (t >= 0 ? "(" + (t + 1) + ")" : "") + "[" + (row > 0 ? (row + 1) + "," : "") + (column + 1)
                    + "]";
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
                case SOFTMAX_OVER_TIME -> "softmaxₜ" + bracket(argument);
                case MAX -> "maxₜ" + bracket(argument);
                case ARGMAX -> "[" + argument + " = maxₜ]";
                default -> function.name().toLowerCase() + bracket(argument);
            };
        }

        @Override
        String quotient(String left, String right) {
            return left + " / " + right;
        }

        @Override
        String grouped(String sum) {
            return bracket(sum);
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
        String overTime(String step, String of) {
            return (step.equals("t") ? "Σₜ " : "Σ_" + step + " ") + of;
        }

        @Override
        String word(String word) {
            return word;
        }

        @Override
        String number(double value) {
            return Digits.of(value);
        }
    },

    LATEX {
        @Override
        String indexed(String tensor, String steps) {
            return decorated(tensor, steps.replace("−", "-").replace("τ", "\\tau"));
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
                case SOFTMAX_OVER_TIME -> "\\operatorname{softmax}_{t}" + bracket(argument);
                case MAX -> "\\max_{t}" + bracket(argument);
                case ARGMAX -> "[" + argument + " = \\max_{t}]";
                default -> "\\operatorname{" + function.name().toLowerCase() + "}" + bracket(argument);
            };
        }

        @Override
        String quotient(String left, String right) {
            return "\\frac{" + left + "}{" + right + "}";
        }

        @Override
        String grouped(String sum) {
            return sum;
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
        String overTime(String step, String of) {
            return "\\sum_{" + step.replace("τ", "\\tau") + "} " + of;
        }

        @Override
        String word(String word) {
            return "\\text{" + word + "}";
        }

        @Override
        String number(double value) {
            return Digits.of(value).replace("−", "-").replace("∞", "\\infty");
        }

        /**
         * l2.dWx.i with subscript t becomes {@code dW^{(2)}_{x,i,t}}: base letters, layer above, the rest below; an
         * arrow for what runs back.
         */
        private String decorated(String tensor, String subscript) {
            List<String> below = new ArrayList<>();
            String layer = "";
            String base = tensor.substring(Names.prefix(tensor));
            if (Names.layer(tensor) > 0) {
                layer = tensor.substring(1, Names.layer(tensor) - 1);
            }
            boolean reversed = Names.reversed(tensor);
            String part = reversed ? "" : tensor.substring(Names.layer(tensor), Names.prefix(tensor));
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
            if (base.endsWith("alpha")) {
                base = base.substring(0, base.length() - "alpha".length()) + "\\alpha";
            } else if (base.length() > 2) {
                base = "\\mathrm{" + base + "}";
            }
            if (reversed) {
                base = "\\overleftarrow{" + base + "}";
            }
            if (!part.isEmpty()) {
                below.add("\\mathrm{" + part.substring(0, part.length() - 1) + "}");
            }
            if (!subscript.isEmpty()) {
                below.add(subscript);
            }
            return base + (layer.isEmpty() ? "" : "^{(" + layer + ")}")
                    + (below.isEmpty() ? "" : "_{" + String.join(",", below) + "}");
        }
    };

    /** A tensor at a step (t) or between two (t,τ). */
    abstract String indexed(String tensor, String steps);

    /** A tensor so many steps from step t. */
    String symbol(String tensor, int lag) {
        return indexed(tensor, "t" + (lag < 0 ? "−" + -lag : lag > 0 ? "+" + lag : ""));
    }

    /** One number of a tensor; rows, columns and steps are shown counting from 1. */
    abstract String entry(String tensor, int t, int row, int column);

    abstract String name(String tensor);

    /** @param matrix as {@link #name} or {@link #symbol} spells it */
    abstract String transposed(String matrix);

    abstract String apply(Function function, String argument);

    /** @param left and right as {@link #grouped} gives them, where they are sums or products */
    abstract String quotient(String left, String right);

    /** A sum or product as one side of a quotient. */
    abstract String grouped(String sum);

    abstract String hadamard();

    abstract String times();

    abstract String minus();

    abstract String total(String of);

    /** @param step the letter that counts the steps: t, or τ where t is the step at hand */
    abstract String overTime(String step, String of);

    /** A word among the symbols, with its spaces. */
    abstract String word(String word);

    abstract String number(double value);

    static String bracket(String inner) {
        return "(" + inner + ")";
    }
}
