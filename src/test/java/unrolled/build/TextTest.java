package unrolled.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @Test
    void quotedTextIsOneJavaScriptLiteral() {
        assertEquals("\"a\\\"b\\\\c\\nd\\u2028e\"", Text.quoted("a\"b\\c\nd\u2028e"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{ \"a\" : [ 1, 2 ] } | {\"a\":[1,2]}",
        "{\"a b\": \" c \"} | {\"a b\":\" c \"}",
        "[\"a \\\" b\", 1] | [\"a \\\" b\",1]",
        "[\"a\\\\\", 1] | [\"a\\\\\",1]"})
    void onlySpaceBetweenTokensIsLeftOut(String json, String expected) {
        assertEquals(expected, Text.withoutSpace(json));
    }

    /** The digest of the empty text, as in FIPS 180-4's example values. */
    @Test
    void theHashIsTheOneBrowsersCompute() {
        assertEquals("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", Text.hash(""));
    }
}
