package io.jenkins.plugins.stackdeploy.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium without a window. Where there is none the test is skipped and says so; where the environment variable CI is set it
 * fails instead.
 */
final class Browser implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(30);

    /** Where screenshots go, for people to look at. */
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** @param language what the browser asks for, such as {@code zh-CN} */
    static Browser open(String language) {
        Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromeDriver = find("chromedriver");
        if (chromium.isEmpty() || chromeDriver.isEmpty()) {
            String missing = "there is no chromium with chromedriver on the PATH to test the pages with";
            if (System.getenv("CI") != null) {
                Assertions.fail(missing);
            }
            Assumptions.abort(missing);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // which does not work for root; it opens nothing but the pages under test
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--window-size=1280,1000",
                "--accept-lang=" + language);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromeDriver.get().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> find(String... names) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void go(String url) {
        driver.get(url);
    }

    /** The only element that matches, once there is one. */
    WebElement one(String selector) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(all(selector)).as(selector).hasSize(1));
        return all(selector).get(0);
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until the first element that matches shows a text. */
    void awaitText(String selector, String text) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(text(selector)).contains(text));
    }

    /** What the elements that match have as text, hidden or not. */
    List<String> texts(String selector) {
        return call("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector);
    }

    /** What the first element that matches has as text; empty when there is none. */
    String text(String selector) {
        return call("return document.querySelector(arguments[0])?.textContent ?? ''", selector);
    }

    long count(String selector) {
        return call("return document.querySelectorAll(arguments[0]).length", selector);
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void pressControl(Keys key) {
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform();
    }

    /** What a script in the page returns. */
    @SuppressWarnings("unchecked") // the caller knows what its script returns
    <T> T call(String script, Object... arguments) {
        return (T) driver.executeScript(script, arguments);
    }

    /** The errors that the page has made, such as violations of its Content-Security-Policy. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** Keeps a picture of what is seen, or of an element. */
    void screenshot(String name, String... selector) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        byte[] png = selector.length == 0
                ? driver.getScreenshotAs(OutputType.BYTES)
                : one(selector[0]).getScreenshotAs(OutputType.BYTES);
        Files.write(SCREENSHOTS.resolve(name + ".png"), png);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
