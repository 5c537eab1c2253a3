package unrolled.preset;

import java.util.List;

/**
 * The words around an experiment.
 *
 * @param group  the heading it stands under in the picker
 * @param task   what the reader is asked to do
 * @param lesson what there is to see
 */
public record Lesson(String title, String group, String task, String lesson, List<String> hints, String discussion,
        String source) { }
