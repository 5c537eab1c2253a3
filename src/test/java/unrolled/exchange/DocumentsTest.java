package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;

/** Tables and worked solutions. */
class DocumentsTest {
    private static List<String> ids() {
        return Labs.ids();
    }

    @Test
    void aTensorIsATableOfItsRows() {
        assertEquals("row,1\r\n1,2\r\n2,1.5\r\n3,2.5\r\n", Csv.tensor(Labs.float32(Labs.preset("sum-rnn")), "h"));
    }

    @Test
    void numbersAreReadBackAsTheSameFloat() {
        for (float number : new float[] {0.1f, 1e-12f, -3.4028235e38f, 1.17549435e-38f, 123456.79f, 16777216, -0f}) {
            assertEquals(number, Float.parseFloat(Decimal.of(number)));
        }
        assertEquals(List.of("nan", "inf", "-inf"), List.of(Decimal.of(Double.NaN), Decimal.of(1 / 0.0), Decimal.of(-1 / 0.0)));
    }

    @Test
    void symbolsAreQuotedWhereTheyMustBe() {
        Lab lab = Labs.float32(Labs.text("[{\"cell\": \"elman\", \"hidden\": 1}]").replace("hello", "a,\\\" b"));
        assertEquals("example,step,input,target\r\n1,1,a,\",\"\r\n1,2,\",\",\"\"\"\"\r\n1,3,\"\"\"\",\" \"\r\n1,4,\" \",b\r\n",
                Csv.data(lab));
    }

    @Test
    void whatHasNoTargetAtAStepLeavesItEmpty() {
        Lab lab = Labs.float32(Labs.numbers("[{\"cell\": \"elman\", \"hidden\": 1}]", "linear", "last"));
        assertEquals("example,step,input1,input2,target1,target2\r\n1,1,1,-0.5,,\r\n1,2,0.3,2,,\r\n1,3,-1,0.25,0,1\r\n", Csv.data(lab));
    }

    @Test
    void anUnknownTensorIsToldTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> Csv.tensor(Labs.float32(Labs.preset("sum-rnn")), "g")).getMessage();
        assertTrue(message.matches("the tensor must be one of Wx, Wh, b, .*h, .*, got g"), message);
    }

    @Test
    void aSolutionIsTheTaskItsDataItsWeightsAndEveryNumber() {
        assertEquals("""
                # t

                ## Data

                | step | x1 |
                | --- | --- |
                | 1 | 2 |
                | 2 | -0.5 |

                ## Weights

                $$W_{x} = \\begin{pmatrix} 1 \\end{pmatrix}$$

                $$W_{h} = \\begin{pmatrix} 1 \\end{pmatrix}$$

                $$b = \\begin{pmatrix} 0 \\end{pmatrix}$$

                ## Forward

                $$a_{t} = W_{x} x_{t} + W_{h} h_{t-1} + b$$

                $$h_{t} = \\tanh(a_{t})$$

                ### Step 1

                $$a_{1,1} = 1 \\cdot 2 + 1 \\cdot 0 + 0 = 2$$

                $$h_{1,1} = \\tanh(2) = 0.964$$

                ### Step 2

                $$a_{2,1} = 1 \\cdot (-0.5) + 1 \\cdot 0.964 + 0 = 0.464$$

                $$h_{2,1} = \\tanh(0.464) = 0.4334$$

                """, Solution.markdown(Labs.float32("{\"title\": \"t\", \"data\": {\"inputs\": [[2], [-0.5]]}, \"model\": {\"layers\": "
                + "[{\"cell\": \"elman\", \"hidden\": 1}]}, \"weights\": {\"Wx\": [[1]], \"Wh\": [[1]], \"b\": [0]}}")));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyPresetHasASolutionWithBalancedBraces(String id) {
        String latex = Solution.latex(Labs.float32(Labs.preset(id)));
        int depth = 0;
        for (int i = 0; i < latex.length(); i++) {
            boolean escaped = i > 0 && latex.charAt(i - 1) == '\\';
            depth += escaped ? 0 : latex.charAt(i) == '{' ? 1 : latex.charAt(i) == '}' ? -1 : 0;
            assertTrue(depth >= 0, "at " + i);
        }
        assertEquals(0, depth);
        assertTrue(latex.startsWith("\\documentclass") && latex.endsWith("\\end{document}\n"));
        assertTrue(latex.length() < 1_000_000, latex.length() + " characters");
        assertTrue(latex.contains("\\subsection*{Forward}"));
    }

    @Test
    void whatLatexWouldReadAsACommandIsEscaped() {
        String json = Labs.text("[{\"cell\": \"elman\", \"hidden\": 1}]").replace("\"t\"", "\"50% of {x_1}\\\\\"");
        assertTrue(Solution.latex(Labs.float32(json)).contains("\\section*{50\\% of \\{x\\_1\\}\\textbackslash{}}"));
    }
}
