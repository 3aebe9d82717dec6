package barton.steward.ui.overview;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.database.Permission;
import barton.steward.model.query.Query;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.chart.ChartCard;
import barton.steward.ui.chart.LineParts;
import barton.steward.ui.chart.RunsChart;
import barton.steward.ui.overview.OverviewViewModel.Figures;
import barton.steward.ui.overview.OverviewViewModel.State;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.ErrorPane;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Page;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The overview: what there is, batch by batch and as a whole, each figure a link to the rows behind it.
public final class OverviewView implements Page {
    private final AppContext context;
    private final OverviewViewModel model;
    private final Node emptyOffer;
    private final AttentionCard attention;
    private final VBox root = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Button refresh = new Button(Messages.get("overview.refresh"), new FontIcon(Feather.REFRESH_CW));
    private final Button promote = new Button(Messages.get("overview.promote"), new FontIcon(Feather.ARROW_UP_CIRCLE));

    /// @param emptyOffer what to show while the database is empty; where it is asked for the keyboard, it gives it to what it offers first
    public OverviewView(AppContext context, Node emptyOffer) {
        this.context = context;
        this.emptyOffer = emptyOffer;
        this.model = new OverviewViewModel(context.session(), context.tasks());
        this.attention = new AttentionCard(context);
        root.setId("overview");
        root.getStyleClass().add("overview");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("overview-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(header(), scroll);
        // What is shown in a pane whose skin is not made yet stands in no scene, and cannot have the keyboard before.
        emptyOffer.sceneProperty().subscribe(scene -> {
            if (scene != null && holdsKeyboard()) {
                focus();
            }
        });
        model.stateProperty().addListener((o, old, now) -> show());
        model.figuresProperty().addListener((o, old, now) -> {
            show();
            context.alerts().follow();
        });
        show();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void focus() {
        boolean offered = model.stateProperty().get() == State.EMPTY && emptyOffer.getScene() != null;
        (offered ? emptyOffer : refresh).requestFocus();
    }

    private HBox header() {
        var title = new Label(Messages.get("overview.title"));
        title.getStyleClass().add(Styles.TITLE_2);
        refresh.setId("overview-refresh");
        refresh.setTooltip(new Tooltip(Messages.get("overview.refresh.hint")));
        refresh.setOnAction(e -> {
            model.refresh();
            context.alerts().look();
        });
        var importing = new Button(Messages.get("overview.import"), new FontIcon(Feather.DOWNLOAD));
        importing.setId("overview-import");
        importing.setOnAction(e -> context.importCsv());
        promote.setId("overview-promote");
        promote.getStyleClass().add(Styles.ACCENT);
        promote.setOnAction(e -> context.promote(null));
        var limits = new Button(Messages.get("limits.open"), new FontIcon(Feather.SLIDERS));
        limits.setId("overview-limits");
        limits.setTooltip(new Tooltip(Messages.get("limits.open.hint")));
        limits.setOnAction(e -> LimitsDialog.open(context));
        var header = new HBox(title, new Spacer(), limits, refresh,
                Explained.unless(context.permissions().refusalProperty(Permission.IMPORT), importing),
                Explained.unless(Bindings.createStringBinding(this::whyNoPromotion, model.figuresProperty(),
                        context.permissions().grantedProperty()), promote));
        header.getStyleClass().add("page-header");
        return header;
    }

    private String whyNoPromotion() {
        Figures figures = model.figuresProperty().get();
        return context.permissions().refusal(Permission.PROMOTE).orElseGet(() -> figures == null ? Messages.get("whynot.figures")
                : figures.promotable().isEmpty() ? Messages.get("whynot.promotable") : "");
    }

    private void show() {
        Figures figures = model.figuresProperty().get();
        boolean here = holdsKeyboard();
        scroll.setContent(switch (model.stateProperty().get()) {
            case LOADING -> loading();
            case EMPTY -> emptyOffer;
            case READY -> content(figures);
            case FAILED -> failed();
        });
        scroll.setFitToHeight(model.stateProperty().get() != State.READY);
        if (here) {
            // The keyboard was put here before it was known what there is, or what it was at is not in sight any more.
            focus();
        }
    }

    /// Also while another window has the keyboard.
    private boolean holdsKeyboard() {
        Node owner = refresh.getScene() == null ? null : refresh.getScene().getFocusOwner();
        while (owner != null && owner != refresh && owner != emptyOffer) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    private Node content(Figures figures) {
        var enrichment = new EnrichmentCharts(figures, context);
        var content = new VBox(new FigureCards(figures, context), attention, new BatchFunnel(figures, context),
                new QuestionsCard(context), new LatestRuns(figures.runs(), context), runs(figures), pair(QualityChart.of(figures, context),
                        SourcesChart.of(figures.sources(), context)), pair(enrichment.coverage(), enrichment.confidence()),
                EmailChart.of(figures.emailDays(), context), pair(PaceChart.of(Entity.COMPANY, figures.pace().get(Entity.COMPANY), context),
                        PaceChart.of(Entity.PERSON, figures.pace().get(Entity.PERSON), context)));
        content.setId("overview-content");
        content.getStyleClass().add("overview-content");
        return content;
    }

    private ChartCard runs(Figures figures) {
        String title = Messages.get("overview.rates");
        LineParts chart = RunsChart.of("overview-rate", figures.runDays(), Query.all(Table.LOG), context::open);
        return figures.runDays().isEmpty() ? ChartCard.empty("overview-rates", title, Messages.get("overview.latest.none"))
                : new ChartCard("overview-rates", title, chart);
    }

    private static Node pair(ChartCard left, ChartCard right) {
        var pair = new GridPane();
        pair.getStyleClass().add("chart-pair");
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            pair.getColumnConstraints().add(half);
        }
        pair.addRow(0, left, right);
        return pair;
    }

    private static Node loading() {
        var wheel = new ProgressIndicator();
        wheel.setMaxSize(32, 32);
        var pane = new VBox(wheel, Dialogs.paragraph(Messages.get("overview.reading")));
        pane.setId("overview-loading");
        pane.getStyleClass().add("state-pane");
        return pane;
    }

    private Node failed() {
        var retry = new Button(Messages.get("error.retry"));
        retry.setId("overview-retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(e -> model.refresh());
        var pane = new VBox(new ErrorPane(model.problemProperty().get()), retry);
        pane.setId("overview-failed");
        pane.getStyleClass().add("state-pane");
        return pane;
    }
}
