package hudson.model;

/** Something attached to a build or a job: a link, a page, a fact to remember. */
public interface Action extends ModelObject {
    /** @return null to show no icon, and no link either */
    String getIconFileName();

    /** @return null to show no link */
    @Override
    String getDisplayName();

    /** @return the part of the URL below the owner, or null for an action without a page */
    String getUrlName();
}
