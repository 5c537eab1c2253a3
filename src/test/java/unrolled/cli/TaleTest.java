package unrolled.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The text keeps the rules that there are to be learned in it; each is counted in another way than it is written. */
class TaleTest {
    private static final String TEXT = Tale.of(200_000, 3);

    @Test
    void thereAreAsManyStarsAsWasSaid() {
        Matcher puts = Pattern.compile("put (\\d) (\\**)").matcher(TEXT);
        int found = 0;
        while (puts.find()) {
            assertEquals(Integer.parseInt(puts.group(1)), puts.group(2).length(), puts.group());
            found++;
        }
        assertTrue(found > 1000, "found " + found);
    }

    @Test
    void bracketsCloseWhatTheyOpened() {
        Deque<Character> open = new ArrayDeque<>();
        int deepest = 0;
        for (char letter : TEXT.toCharArray()) {
            if (letter == '(' || letter == '[') {
                open.push(letter == '(' ? ')' : ']');
                deepest = Math.max(deepest, open.size());
            } else if (letter == ')' || letter == ']') {
                assertEquals(open.pop(), letter);
            }
        }
        assertTrue(open.isEmpty());
        assertEquals(3, deepest);
    }

    @Test
    void everyPartClosesItsQuotesAndBlocks() {
        for (String part : TEXT.split("\n\n")) {
            assertEquals(0, part.chars().filter(letter -> letter == '"').count() % 2, part);
            long heads = part.lines().filter(line -> line.matches(" *(for .*|if .*|[a-z]+):")).count();
            assertEquals(heads, part.lines().filter(line -> line.matches(" *end")).count(), part);
        }
    }

    @Test
    void linesAreTwoSpacesDeeperThanTheirHead() {
        int depth = 0;
        for (String line : TEXT.split("\n")) {
            boolean program = line.matches(" *(put .*|end|for .*:|if .*:|[a-z]+:)");
            depth -= program && line.endsWith("end") ? 1 : 0;
            assertEquals(program ? 2 * depth : 0, line.length() - line.stripLeading().length(), line);
            depth += program && line.endsWith(":") ? 1 : 0;
        }
    }

    @Test
    void verbsAgreeWithTheFirstNounWhateverStandsBetween() {
        String plain = TEXT.replace("\n", " ").replaceAll(" \\([^()]*(\\([^()]*\\)|\\[[^\\]]*\\])*[^()]*\\)", "");
        Matcher clauses = Pattern.compile("the (?:old |small |quiet |blue )?([a-z]+?)(s|ren|es)? (?:near the [a-z]+ )?(sleeps?|sings?|runs?|waits?|is|are|has|have|sees?|finds?|likes?)[ .]")
                .matcher(plain);
        int found = 0;
        while (clauses.find()) {
            boolean one = clauses.group(2) == null;
            String verb = clauses.group(3);
            assertEquals(one, !verb.equals("are") && !verb.equals("have") && verb.endsWith("s"), clauses.group());
            found++;
        }
        assertTrue(found > 1000, "found " + found);
    }

    @Test
    void aSeedIsAText() {
        assertEquals(Tale.of(1000, 1), Tale.of(1000, 1));
        assertNotEquals(Tale.of(1000, 1), Tale.of(1000, 2));
        assertTrue(TEXT.lines().allMatch(line -> line.length() <= 48));
    }
}
