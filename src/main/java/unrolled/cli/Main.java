package unrolled.cli;

/** The jar's entry. */
public final class Main {
    private Main() { }

    public static void main(String[] args) {
        System.out.println("the page is in this jar: " + Main.class.getResource("/site/index.html"));
    }
}
