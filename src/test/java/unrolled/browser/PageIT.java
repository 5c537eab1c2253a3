package unrolled.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PageIT {
    private static Stream<Arguments> everywhere() {
        return Stream.of(Browsers.values())
                .flatMap(browser -> Stream.of(Hosting.values()).map(hosting -> Arguments.of(browser, hosting)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everywhere")
    void thePageIsReadyAndNothingWentWrong(Browsers browser, Hosting hosting) {
        try (Visit visit = Visit.ready(browser, hosting)) {
            assertEquals("ready", visit.page().getAttribute("html", "data-unrolled"));
            assertEquals(List.of(), visit.troubles());
        }
    }
}
