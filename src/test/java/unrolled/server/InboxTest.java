package unrolled.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

    /** It is refused by what it says of its length: nothing of it has to be sent. */
    @Test
    void aLetterThatIsTooLongIsRefused() throws Exception {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(("POST " + inbox.path() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nContent-Length: 70000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            assertEquals("HTTP/1.1 413 Payload Too Large", line);
        }
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
