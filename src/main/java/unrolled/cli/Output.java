package unrolled.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written whole or not at all: whoever is stopped while writing leaves the old one. */
final class Output {
    private final Path file;

    /** @throws BadInput nothing can be written there */
    Output(String name) {
        try {
            file = Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new BadInput("--out must be a file, got " + name);
        }
        if (Files.isDirectory(file)) {
            throw new BadInput("--out must be a file, got the folder " + name);
        }
        if (!Files.isDirectory(file.getParent())) {
            throw new BadInput("--out must be in a folder that is there, got " + name);
        }
    }

    void write(byte[] bytes) {
        try {
            Path whole = file.resolveSibling(file.getFileName() + ".part");
            try {
                try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                    ByteBuffer rest = ByteBuffer.wrap(bytes);
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                    channel.force(true);
                }
                move(whole);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "its folder is gone" : String.valueOf(e.getMessage());
            throw new BadInput("--out " + file + " cannot be written: " + reason);
        }
    }

    private void move(Path whole) throws IOException {
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
