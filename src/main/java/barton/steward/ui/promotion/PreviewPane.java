package barton.steward.ui.promotion;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.StoredWords;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.promotion.PeoplePromotionPreview;
import barton.steward.model.promotion.PromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.controls.Bar;
import barton.steward.ui.controls.Figure;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What promoting the batch would do, each number a link to its rows; or why it would do nothing.
final class PreviewPane extends VBox {
    private final PromotionPreview preview;
    private final Entity entity;
    private final Consumer<Query> open;
    private final GridPane grid = new GridPane();

    /// @param refusals the first of the refused rows
    /// @param unplaced the first of the rows that have no place in master
    PreviewPane(PromotionPreview preview, List<PromotionRefusal> refusals, List<PromotionRefusal> unplaced, Consumer<Query> open) {
        this.preview = preview;
        this.entity = preview.entity();
        this.open = open;
        setId("promotion-preview");
        getStyleClass().add("form");
        grid.getStyleClass().add("preview-grid");
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        var bars = new ColumnConstraints(140);
        grid.getColumnConstraints().addAll(numbers, texts, bars);
        getChildren().add(grid);
        switch (preview) {
            case CompanyPromotionPreview companies -> show(companies, refusals);
            case PeoplePromotionPreview people -> show(people, refusals, unplaced);
        }
    }

    private void show(CompanyPromotionPreview companies, List<PromotionRefusal> refusals) {
        String batch = companies.batch();
        add("promotable", companies.promotable(), "bar-success", companies.refused() == 0 ? at(IntakeStatus.VALIDATED)
                : FigureQueries.accepted(batch));
        add("promoted", companies.alreadyPromoted(), "bar-neutral", at(IntakeStatus.PROMOTED));
        add("held", companies.heldByOtherSource(), "bar-neutral", at(IntakeStatus.HELD));
        addAny("matched", companies.heldByMatch(), "bar-neutral", at(IntakeStatus.MATCHED));
        add("not-validated", companies.notValidated(), "bar-danger", FigureQueries.notValidated(entity, batch));
        addAny("edited", companies.editedSinceValidation(), "bar-danger", at(IntakeStatus.EDITED));
        addAny("refused", companies.refused(), "bar-danger", FigureQueries.refused(batch));
        if (!explain(why(companies), refusals) && companies.placeholder() > 0) {
            getChildren().add(link("placeholder", Messages.get("promotion.placeholder", companies.placeholder()),
                    FigureQueries.placeholder(batch)));
        }
        if (companies.possibleDuplicates() != null && companies.possibleDuplicates() > 0) {
            getChildren().add(link("duplicates", Messages.get("promotion.duplicates", companies.possibleDuplicates(),
                    Formats.time(companies.possibleDuplicatesAt())), FigureQueries.alike(batch)));
        }
    }

    private Hyperlink link(String name, String text, Query rows) {
        var link = new Hyperlink(text);
        link.setId("promotion-" + name);
        link.setWrapText(true);
        link.setOnAction(e -> open.accept(rows));
        return link;
    }

    private void show(PeoplePromotionPreview people, List<PromotionRefusal> refusals, List<PromotionRefusal> unplaced) {
        add("promotable", people.promotable(), "bar-success", FigureQueries.accepted(entity, people.batch()));
        add("promoted", people.alreadyPromoted(), "bar-neutral", at(IntakeStatus.PROMOTED));
        addAny("held", people.heldByOtherSource(), "bar-neutral", at(IntakeStatus.HELD));
        addAny("matched", people.heldByMatch(), "bar-neutral", at(IntakeStatus.MATCHED));
        addAny("unplaced", people.unplaced(), "bar-danger", FigureQueries.unplaced(people.batch()));
        add("not-validated", people.notValidated(), "bar-danger", FigureQueries.notValidated(entity, people.batch()));
        addAny("edited", people.editedSinceValidation(), "bar-danger", at(IntakeStatus.EDITED));
        addAny("refused", people.refused(), "bar-danger", FigureQueries.refused(entity, people.batch()));
        explain(why(people), refusals);
        unplaced.stream().map(this::reason).forEach(getChildren()::add);
        if (people.phoneLeft() > 0) {
            Label phones = Nodes.hint(Messages.get("promotion.phones", people.phoneLeft()));
            phones.setId("promotion-phones");
            getChildren().add(phones);
        }
    }

    private Query at(IntakeStatus status) {
        return FigureQueries.withStatus(entity, preview.batch(), status);
    }

    /// Says why nothing would be done, where that is so.
    private boolean explain(String nothing, List<PromotionRefusal> refusals) {
        if (preview.promotable() > 0 && preview.refused() == 0) {
            return false;
        }
        Label why = Nodes.hint(Messages.get("promotion.nothing." + nothing, preview.batch(), preview.total()));
        why.setId("promotion-nothing");
        why.getStyleClass().add(Styles.TEXT_BOLD);
        getChildren().addFirst(why);
        refusals.stream().map(this::reason).forEach(getChildren()::add);
        return true;
    }

    private Label reason(PromotionRefusal refusal) {
        Label reason = Nodes.hint(Messages.get("promotion.refusal", Long.toString(refusal.intakeId()),
                StoredWords.of(entity.intake(), refusal.reason())));
        reason.setId("promotion-reason-" + refusal.intakeId());
        return reason;
    }

    private static String why(CompanyPromotionPreview companies) {
        long waiting = companies.notValidated() + companies.editedSinceValidation();
        return companies.refused() > 0 || companies.total() == 0 || waiting == companies.total() || companies.heldByMatch() == 0
                ? why(companies, waiting) : "matched";
    }

    private static String why(PeoplePromotionPreview people) {
        long waiting = people.notValidated() + people.editedSinceValidation();
        return people.refused() > 0 || people.total() == 0 || waiting == people.total() || people.unplaced() == 0
                ? why(people, waiting) : "unplaced";
    }

    private static String why(PromotionPreview outlook, long waiting) {
        if (outlook.total() == 0) {
            return "unknown";
        }
        if (outlook.refused() > 0) {
            return "refused";
        }
        if (waiting == outlook.total()) {
            return "not-validated";
        }
        return waiting == 0 ? "all-promoted" : "mixed";
    }

    /// A line for what is seldom there.
    private void addAny(String name, long count, String kind, Query query) {
        if (count > 0) {
            add(name, count, kind, query);
        }
    }

    private void add(String name, long count, String kind, Query query) {
        var number = new Figure("promotion-" + name, count, Messages.of(entity, "promotion.", "meaning." + name, count),
                () -> open.accept(query));
        var text = new Label(Messages.of(entity, "promotion.", "row." + name, count));
        text.setWrapText(true);
        grid.addRow(grid.getRowCount(), number, text, new Bar(kind, preview.total() == 0 ? 0 : (double) count / preview.total()));
    }
}
