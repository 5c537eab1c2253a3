package unrolled.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private final Inbox inbox = new Inbox();
    private Server server;

    @BeforeEach
    void serve(@TempDir Path folder) throws IOException {
        server = Server.start(folder.toUri(), 0, inbox);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstLetterIsKeptAndTheNextRefused() throws Exception {
        assertEquals(204, post(inbox.path(), "[1]"));
        assertEquals(405, post(inbox.path(), "[2]"));
        assertEquals(Optional.of("[1]"), inbox.await(1));
    }

    @Test
    void aLetterToAnotherAddressIsRefused() throws Exception {
        assertEquals(405, post("/inbox/00", "[1]"));
        assertEquals(Optional.empty(), inbox.await(0));
    }

    @Test
    void aLetterThatIsTooLongIsRefused() throws Exception {
        assertEquals(413, post(inbox.path(), "x".repeat(70_000)));
        assertEquals(Optional.empty(), inbox.await(0));
    }

    @Test
    void everyInboxHasAnAddressOfItsOwn() {
        assertNotEquals(new Inbox().path(), inbox.path());
    }

    private int post(String path, String letter) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .POST(BodyPublishers.ofString(letter)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
}
