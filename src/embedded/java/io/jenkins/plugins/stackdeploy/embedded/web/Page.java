package io.jenkins.plugins.stackdeploy.embedded.web;

import org.jvnet.localizer.LocaleProvider;

/** The frame around every page: what Jenkins' own layout has of what the plugin's scripts and styles rely on. */
final class Page {
    private Page() {}

    static String of(JellyView.Rendered view, Visitor visitor) {
        return of(view.title(), view.head(), view.main(), visitor);
    }

    /**
     * A page.
     *
     * @param title plain text
     * @param head markup
     * @param main markup
     */
    static String of(String title, String head, String main, Visitor visitor) {
        String language = LocaleProvider.getLocale().toLanguageTag();
        return """
                <!DOCTYPE html>
                <html lang="%s" data-theme="%s">
                <head data-rooturl="" data-resurl="%s" data-crumb-header="%s" data-crumb-value="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%3$s/jenkins.css">
                %s
                </head>
                <body id="jenkins">
                <header class="page-header"><a href="/">Jenkins (stand-in)</a><span>%s</span></header>
                <div id="page-body"><main id="main-panel">
                %s
                </main></div>
                </body>
                </html>
                """.formatted(
                        Markup.escape(language),
                        Markup.escape(visitor.theme()),
                        StaticFiles.URL,
                        WebRequest.CRUMB_FIELD,
                        visitor.crumb(),
                        Markup.escape(title),
                        head,
                        Markup.escape(visitor.user().isEmpty() ? "anonymous" : visitor.user()),
                        main);
    }
}
