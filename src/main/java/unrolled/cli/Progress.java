package unrolled.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far training has come: a bar in a terminal, now and then a line in a file. */
interface Progress extends AutoCloseable {
    /** @param done the updates made @param loss of the last one */
    void at(int done, String loss);

    /** A checkpoint has been written. */
    void written();

    @Override
    void close();

    static Progress of(int updates, PrintWriter log) {
        return System.console() == null ? new Lines(updates, log) : new Bar(updates);
    }

    /** A bar with the speed and the time that remains. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(int updates) {
            bar = new ProgressBarBuilder().setTaskName("train").setInitialMax(updates).showSpeed()
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(250).build();
        }

        @Override
        public void at(int done, String loss) {
            bar.stepTo(done);
            bar.setExtraMessage(" loss " + loss);
        }

        @Override
        public void written() { }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line for every tenth of the way, and for every checkpoint. */
    final class Lines implements Progress {
        private final int updates;
        private final PrintWriter log;
        private final long began = System.nanoTime();
        private int tenths;
        private String last = "";

        Lines(int updates, PrintWriter log) {
            this.updates = updates;
            this.log = log;
        }

        @Override
        public void at(int done, String loss) {
            double seconds = (System.nanoTime() - began) / 1e9;
            last = String.format(Locale.ROOT, "%d of %d updates, loss %s, %.0f a second, %.0f s left", done, updates,
                    loss, done / seconds, seconds * (updates - done) / done);
            if ((long) done * 10 / updates > tenths) {
                tenths = (int) ((long) done * 10 / updates);
                log.println(last);
            }
        }

        @Override
        public void written() {
            log.println(last + "; written");
        }

        @Override
        public void close() { }
    }
}
