package barton.steward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import barton.steward.dao.Daos;
import barton.steward.dao.table.TableDao;
import barton.steward.model.query.Row;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who may know whom.
class ArchitectureTest {
    private static final String HOUSE = "barton.steward";
    private static final String[] JAVAFX = {"javafx..", "com.sun.javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.."};
    private static final String[] SQL =
            {"java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..", "com.zaxxer.hikari..", "org.flywaydb.."};
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void catalogKnowsNothingButJava() {
        hold(classes().that().resideInAPackage(in("catalog")).should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", in("catalog")));
    }

    @Test
    void modelKnowsNothingButTheCatalog() {
        hold(classes().that().resideInAPackage(in("model")).should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", in("model"), in("catalog")));
    }

    @Test
    void configIsALeaf() {
        hold(classes().that().resideInAPackage(in("config")).should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", in("model"), in("config"), "tools.jackson..", "org.slf4j..", "ch.qos.logback.."));
    }

    @Test
    void databaseKnowsNobodyAboveIt() {
        hold(noClasses().that().resideInAPackage(in("db")).should(know("dao", "service", "cli", "ui")));
    }

    @Test
    void dataAccessKnowsNobodyAboveIt() {
        hold(noClasses().that().resideInAPackage(in("dao")).should(know("service", "cli", "ui")));
    }

    @Test
    void servicesKnowNobodyAboveThem() {
        hold(noClasses().that().resideInAPackage(in("service")).should(know("cli", "ui")));
    }

    @Test
    void commandsAndWindowDoNotKnowEachOther() {
        hold(noClasses().that().resideInAPackage(in("cli")).should(know("ui", "db")));
        hold(noClasses().that().resideInAPackage(in("ui")).should(know("cli", "db")));
    }

    @Test
    void commandsAndWindowActThroughServicesAndAskDataAccessForPagesOnly() {
        var anotherThanTables = resideInAPackage(in("dao")).and(DescribedPredicate.not(belongToAnyOf(TableDao.class)));
        hold(noClasses().that().resideInAnyPackage(in("cli"), in("ui")).should(dependOnClassesThat(anotherThanTables)));
        hold(noClasses().that().resideInAnyPackage(in("cli"), in("ui")).should()
                .callMethod(TableDao.class, "edit", Row.class, Map.class, String.class));
    }

    @Test
    void servicesAreGivenTheDataAccessThatTheyNeedAndNotAllOfIt() {
        hold(noClasses().that().resideOutsideOfPackages(HOUSE, HOUSE + ".service", HOUSE + ".dao")
                .should(dependOnClassesThat(type(Daos.class))));
    }

    @Test
    void nobodyKnowsMain() {
        hold(noClasses().that().resideOutsideOfPackage(HOUSE).should(dependOnClassesThat(resideInAPackage(HOUSE))));
    }

    @Test
    void sqlLivesWithTheDatabase() {
        hold(noClasses().that().resideOutsideOfPackages(in("dao"), in("db")).should(dependOnClassesThat(resideInAnyPackage(SQL))));
    }

    @Test
    void implementationsOfDataAccessAreHidden() {
        hold(noClasses().that().resideOutsideOfPackage(in("dao"))
                .should(dependOnClassesThat(simpleNameStartingWith("Jdbi").and(simpleNameEndingWith("Dao")))));
    }

    @Test
    void javaFxLivesInTheWindow() {
        hold(noClasses().that().resideOutsideOfPackages(in("ui"), HOUSE).should(dependOnClassesThat(resideInAnyPackage(JAVAFX))));
    }

    @Test
    void viewModelsKnowPropertiesOnly() {
        hold(noClasses().that(belongToViewModels()).should(dependOnClassesThat(resideInAnyPackage(JAVAFX)
                .and(DescribedPredicate.not(resideInAnyPackage("javafx.beans..", "javafx.collections.."))))));
    }

    @Test
    void viewModelsDoNotKnowTheirViews() {
        hold(noClasses().that(belongToViewModels()).should(dependOnClassesThat(simpleNameEndingWith("View"))));
    }

    @Test
    void viewsNeverImportEachOther() {
        hold(slices().matching(HOUSE + ".ui.(*)..").should().notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(in("ui.support"), in("ui.controls"), in("ui.task"),
                        in("ui.actions"), in("ui.merging"), in("ui.virtual"), in("ui.table"), in("ui.record"), in("ui.chart"))));
        hold(noClasses().that().resideInAPackage(in("ui.chart")).should(dependOnClassesThat(resideInAPackage(in("ui"))
                .and(DescribedPredicate.not(resideInAnyPackage(in("ui.support"), in("ui.controls"), in("ui.chart")))))));
        hold(noClasses().that().resideInAPackage(HOUSE + ".ui.*..")
                .should(dependOnClassesThat(resideInAPackage(HOUSE + ".ui"))));
    }

    @Test
    void supportOfTheWindowKnowsNoView() {
        hold(noClasses().that().resideInAPackage(in("ui.support")).should(dependOnClassesThat(resideInAPackage(in("ui"))
                .and(DescribedPredicate.not(resideInAPackage(in("ui.support")))))));
    }

    @Test
    void controlsKnowNoView() {
        hold(noClasses().that().resideInAPackage(in("ui.controls")).should(dependOnClassesThat(resideInAPackage(in("ui"))
                .and(DescribedPredicate.not(resideInAnyPackage(in("ui.controls"), in("ui.support"), in("ui.task")))))));
    }

    @Test
    void packagesHaveNoCycles() {
        hold(slices().matching(HOUSE + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyCommandsSpeakToTheTerminal() {
        hold(noClasses().that().resideOutsideOfPackages(in("cli"), HOUSE).and().doNotHaveSimpleName("Watchdog")
                .should(ACCESS_STANDARD_STREAMS).because("only the watchdog of the local server is a program of its own"));
    }

    private static ArchCondition<JavaClass> know(String... packages) {
        return dependOnClassesThat(resideInAnyPackage(Arrays.stream(packages).map(ArchitectureTest::in).toArray(String[]::new)));
    }

    private static DescribedPredicate<JavaClass> belongToViewModels() {
        return DescribedPredicate.describe("belong to a view-model", c -> {
            JavaClass outer = c;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return outer.getSimpleName().endsWith("ViewModel");
        });
    }

    private static String in(String name) {
        return HOUSE + "." + name + "..";
    }

    private static void hold(ArchRule rule) {
        rule.check(CLASSES);
    }
}
