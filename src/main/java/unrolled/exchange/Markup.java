package unrolled.exchange;

import java.util.List;

/** How a document is spelled around its formulas, which are LaTeX in both. */
enum Markup {
    LATEX {
        @Override
        String begin(String title) {
            return "\\documentclass{article}\n\\usepackage{amsmath}\n\\allowdisplaybreaks\n\\begin{document}\n\\section*{"
                    + escaped(title) + "}\n";
        }

        @Override
        String end() {
            return "\\end{document}\n";
        }

        @Override
        String heading(String text) {
            return "\\subsection*{" + escaped(text) + "}\n";
        }

        @Override
        String subheading(String text) {
            return "\\paragraph{" + escaped(text) + "}\n";
        }

        @Override
        String paragraph(String text) {
            return escaped(text) + "\n\n";
        }

        @Override
        String formulas(List<String> lines) {
            return "\\begin{gather*}\n" + String.join(" \\\\\n", lines) + "\n\\end{gather*}\n";
        }

        @Override
        String table(List<String> header, List<List<String>> rows) {
            StringBuilder text = new StringBuilder("\\begin{tabular}{" + "r".repeat(header.size()) + "}\n");
            row(text, header).append("\\hline\n");
            rows.forEach(row -> row(text, row));
            return text.append("\\end{tabular}\n\n").toString();
        }

        private StringBuilder row(StringBuilder text, List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                text.append(i > 0 ? " & " : "").append(escaped(cells.get(i)));
            }
            return text.append(" \\\\\n");
        }

        @Override
        String escaped(char c) {
            return switch (c) {
                case '\\' -> "\\textbackslash{}";
                case '~' -> "\\textasciitilde{}";
                case '^' -> "\\textasciicircum{}";
                case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
                default -> "" + c;
            };
        }
    },

    MARKDOWN {
        @Override
        String begin(String title) {
            return "# " + escaped(title) + "\n\n";
        }

        @Override
        String end() {
            return "";
        }

        @Override
        String heading(String text) {
            return "## " + escaped(text) + "\n\n";
        }

        @Override
        String subheading(String text) {
            return "### " + escaped(text) + "\n\n";
        }

        @Override
        String paragraph(String text) {
            return escaped(text) + "\n\n";
        }

        @Override
        String formulas(List<String> lines) {
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append("$$").append(line).append("$$\n\n"));
            return text.toString();
        }

        @Override
        String table(List<String> header, List<List<String>> rows) {
            StringBuilder text = new StringBuilder();
            row(text, header).append("|").append(" --- |".repeat(header.size())).append('\n');
            rows.forEach(row -> row(text, row));
            return text.append('\n').toString();
        }

        private StringBuilder row(StringBuilder text, List<String> cells) {
            text.append('|');
            cells.forEach(cell -> text.append(' ').append(escaped(cell)).append(" |"));
            return text.append('\n');
        }

        @Override
        String escaped(char c) {
            return "\\`*_{}[]<>#|$".indexOf(c) >= 0 ? "\\" + c : "" + c;
        }
    };

    abstract String begin(String title);

    abstract String end();

    abstract String heading(String text);

    abstract String subheading(String text);

    abstract String paragraph(String text);

    /** Formulas one below the other. */
    abstract String formulas(List<String> lines);

    abstract String table(List<String> header, List<List<String>> rows);

    abstract String escaped(char c);

    String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            escaped.append(escaped(text.charAt(i)));
        }
        return escaped.toString();
    }
}
