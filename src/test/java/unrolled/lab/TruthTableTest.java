package unrolled.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import unrolled.preset.PresetWriter;

/** Nets of threshold units: seen whole in a table, and not to be trained. */
class TruthTableTest {
    private final Lab parity = Labs.float32(Labs.preset("parity-net"));

    @Test
    void theParityNetIsAndOrXor() {
        assertEquals("{\"inputs\":[\"y′\",\"x\"],\"outputs\":[\"h1\",\"h2\",\"y\"],"
                + "\"rows\":[[0,0,0,0,0],[0,1,0,1,1],[1,0,0,1,1],[1,1,1,1,0]]}", Report.of(parity).get("truth").toString());
    }

    @Test
    void theTableFollowsTheWeights() {
        parity.set("by", 0, -3);
        assertEquals("[[0,0,0,0,0],[0,1,0,1,0],[1,0,0,1,0],[1,1,1,1,0]]", Report.of(parity).get("truth").asObject().get("rows").toString());
    }

    @Test
    void runningTheTableLeavesTheRunAsItWas() {
        Report.of(parity);
        assertEquals(1, parity.trace().tensor("y").get(8));
        assertEquals(0, parity.trace().tensor("y0").get(0));
    }

    @Test
    void aSmoothNetHasNone() {
        assertNull(Report.of(Labs.float32(Labs.preset("jordan-trace"))).get("truth"));
    }

    @Test
    void trainingSaysWhyItCannot() {
        String rows = "[0],[1],[1],[0],[1],[1],[0],[0],[1],[0]";
        String json = PresetWriter.write(parity.preset()).toString().replace("\"data\":{", "\"data\":{\"targets\":[" + rows + "],");
        for (String net : new String[] {Labs.preset("parity-net"), json}) {
            assertEquals("threshold units cannot be trained by gradients: their slope is 0 everywhere, so the loss never tells a weight"
                    + " which way to move", assertThrows(IllegalStateException.class, () -> Labs.float32(net).train(1)).getMessage());
        }
    }
}
