package unrolled.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One reader with one page, and what went wrong while the page was open. */
final class Visit implements AutoCloseable {
    /** The page answers, or says why it does not. */
    private static final String SETTLED = "html[data-unrolled=ready], html[data-unrolled=failed]";

    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private Visit(Browsers browser, Hosting hosting, NewContextOptions options) {
        context = browser.browser().newContext(options);
        page = context.newPage();
        page.addInitScript("document.addEventListener('securitypolicyviolation', e => console.error('policy: '"
                + " + e.violatedDirective + ' refuses ' + e.blockedURI))");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!hosting.owns(request.url())) {
                troubles.add("request to " + request.url());
            }
        });
        page.onRequestFailed(request -> troubles.add("failed: " + request.url() + " " + request.failure()));
    }

    /** Opens the page and waits until it answers. */
    static Visit ready(Browsers browser, Hosting hosting) {
        return ready(browser, hosting, new NewContextOptions());
    }

    /** As a reader with these settings: size, colours, motion. */
    static Visit ready(Browsers browser, Hosting hosting, NewContextOptions options) {
        Visit visit = new Visit(browser, hosting, options);
        try {
            visit.page.navigate(hosting.address());
            visit.page.waitForSelector(SETTLED, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
            return visit;
        } catch (RuntimeException e) {
            RuntimeException told = new IllegalStateException("not ready in " + browser + ", " + hosting + "; the page told "
                    + visit.troubles, e);
            visit.close();
            throw told;
        }
    }

    Page page() {
        return page;
    }

    /** Errors, warnings, refusals of the policy, requests that leave the site: everything that should not be. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        context.close();
    }
}
