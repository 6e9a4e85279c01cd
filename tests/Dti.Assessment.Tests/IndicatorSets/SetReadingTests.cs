using System.Security.Cryptography;
using System.Text;
using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tests.IndicatorSets;

public sealed class SetReadingTests
{
    private static readonly IndicatorSet Points = Read(SetTexts.Points);
    private static readonly IndicatorSet Normalised = Read(SetTexts.Normalised);

    [Fact]
    public void A_set_of_points_is_read_with_its_frame()
    {
        Points.Code.ShouldBe("nghe-an-data");
        Points.Year.ShouldBe(2025);
        Points.Title.ShouldBe(new Text("Bộ chỉ số mẫu", "Sample set"));
        Points.Issued.ShouldBe(new Issue("12/QĐ-UBND", new(2025, 1, 15)));
        Points.Kind.ShouldBe(SetKind.Points);
        Points.Groups.ShouldBe([new("so", new("Sở, ban, ngành", "Departments")), new("huyen", new("UBND cấp huyện"))]);
        Points.Ranking.ShouldBe(new RankingRule(Ties.Average, 3, RankRounding.After));
        Points.Unverified.ShouldBe(Unverified.Counts);
        Points.NotApplicable.ShouldBe(NotApplicable.Rescale);
        Points.AllNodes().Select(node => node.Code).ShouldBe(["1", "1.1", "1.10", "1.3", "2"]);
    }

    [Fact]
    public void Uncertainty_is_read()
    {
        var uncertainty = Points.Uncertainty.ShouldNotBeNull();
        uncertainty.Weights.ShouldBe(0.2);
        uncertainty.Normalise.ShouldBe([NormaliseKind.MinMax, NormaliseKind.ZScore]);
        uncertainty.Aggregate.ShouldBe([Aggregation.Arithmetic]);
        uncertainty.Inputs.ShouldBe(new Dictionary<string, double> { ["1.1.listed"] = 0.05 });
        uncertainty.DropOne.ShouldBeTrue();
    }

    [Fact]
    public void Targets_are_read_with_what_they_are_measured_on()
    {
        var targets = Points.AllNodes().Single(node => node.Code == "1.1").Indicator!.Targets;
        targets[0].ShouldBe(new Target
        {
            By = new(2030, 12, 31), Value = 100, Of = new RatioMeasure(new("1.1", "published"), new("1.1", "listed")), Source = "142/QĐ-TTg", Name = new("Mở hết"),
        });
        targets[1].ShouldBe(new Target { By = new(2027, 12, 31), Value = 80, Of = new ShareMeasure(), Source = "Mục tiêu mẫu" });
        Points.AllNodes().Single(node => node.Code == "2").Indicator!.Targets.Single().Of.ShouldBe(new InputMeasure(new("2", "people"), InputType.Count));
    }

    [Theory]
    [InlineData("linear: { of: x, from: 12, to: 6 }", "", -1)]
    [InlineData("linear: { of: x, from: 0, to: 6 }", "", 1)]
    [InlineData("linear: { of: x, from: 12, to: 6 }", ", direction: 1", 1)]
    [InlineData("relative: { of: x }", ", direction: -1", -1)]
    public void Less_is_better_where_the_rule_or_the_target_says_so(string rule, string said, int direction) =>
        Read($"set: s\nyear: 2025\nnodes: [{{ code: a, points: 1, inputs: [{{ id: x, type: number }}], rule: {{ {rule} }}, targets: [{{ by: 2030-12-31, value: 6, source: s{said} }}] }}]")
            .Nodes[0].Indicator!.Targets.Single().Direction.ShouldBe(direction);

    [Fact]
    public void An_indicator_is_read_with_its_inputs()
    {
        var node = Node(Points, "1.1");
        node.Source.ShouldBe("142/QĐ-TTg, III.2");
        var indicator = node.Indicator.ShouldNotBeNull();
        indicator.Points.ShouldBe(10);
        indicator.Groups.ShouldBe(["so", "huyen"]);
        indicator.Quarters.ShouldBe(QuarterRule.Last);
        indicator.WhenMissing.ShouldBe(WhenMissing.Exclude);
        indicator.Inputs[0].From.ShouldBe(new InputSource(InputSourceKind.Metric, "datasets_published"));
        indicator.Inputs[1].ShouldBeEquivalentTo(new Input
        {
            Id = "listed", Options = new List<ChoiceOption>(), Type = InputType.Count, Unit = "dataset", From = new(InputSourceKind.Self), Evidence = EvidenceRule.Required,
            Name = new("Danh mục"), Hint = new("Theo quyết định"),
        });
        indicator.Rule.ShouldBe(new RatioRule(new("1.1", "published"), new("1.1", "listed"), 0.75, 0.1, WhenEmpty.Exclude));
    }

    [Fact]
    public void Every_rule_is_read()
    {
        var parts = Node(Points, "1.10").Indicator!.Rule.ShouldBeOfType<SumRule>().Parts;
        parts.Select(part => part.Share).ShouldAllBe(share => share == 0.1);
        Operand Own(string id) => new("1.10", id);
        parts[0].Rule.ShouldBe(new YesNoRule(Own("plan")));
        parts[1].Rule.ShouldBeOfType<ChoiceRule>().Shares.ShouldBe(new Dictionary<string, double> { ["low"] = 0.5, ["high"] = 1 });
        parts[2].Rule.ShouldBe(new ByDateRule(Own("done"), new(2025, 6, 30), new(2025, 12, 31)));
        parts[3].Rule.ShouldBeOfType<StepsRule>().At.ShouldBe([new(10, 0.5), new(50, 1)]);
        parts[4].Rule.ShouldBe(new LinearRule(Own("cost"), 3, 0));
        var all = parts[5].Rule.ShouldBeOfType<AllRule>().Rules;
        all[0].ShouldBe(new RelativeRule(new("1.1", "published"), WhenEmpty.Full));
        all[1].ShouldBeOfType<ChecklistRule>().Of.ShouldBe([Own("plan"), Own("rules")]);
        all[1].ShouldBeOfType<ChecklistRule>().Need.ShouldBe(1);
        parts[6].Rule.ShouldBeOfType<AnyRule>().Rules[0].ShouldBe(new TimelinessRule(1, 0.25, 0));
        parts[7].Rule.ShouldBeOfType<TimesRule>().Rules.Count.ShouldBe(2);
    }

    [Fact]
    public void A_checklist_without_need_needs_all()
    {
        var set = Read("set: s\nyear: 2025\nnodes:\n- { code: a, points: 1, inputs: [{ id: x, type: yes_no }, { id: y, type: yes_no }], rule: { checklist: { of: [x, y] } } }");
        set.Nodes[0].Indicator!.Rule.ShouldBeOfType<ChecklistRule>().Need.ShouldBe(2);
    }

    [Fact]
    public void A_timeliness_indicator_gets_its_four_quarters_from_the_system()
    {
        var indicator = Node(Points, "1.3").Indicator!;
        indicator.Rule.ShouldBe(new TimelinessRule(1, 0.5, 0));
        indicator.UnitsExcept.ShouldBe(["c"]);
        indicator.Inputs.Select(input => input.Id).ShouldBe(["q1", "q2", "q3", "q4"]);
        indicator.Inputs.ShouldAllBe(input => input.Type == InputType.Timeliness && input.From.Kind == InputSourceKind.System);
        Columns.Of(Points).Select(column => column.Key).ShouldContain("1.3.q4");
    }

    [Fact]
    public void Timeliness_beside_other_rules_keeps_their_inputs()
    {
        var indicator = Node(Points, "1.10").Indicator!;
        indicator.UnitsOnly.ShouldBe(["a", "b"]);
        indicator.Inputs.Select(input => input.Id).ShouldBe(["plan", "level", "done", "share", "cost", "rules", "q1", "q2", "q3", "q4"]);
        indicator.Inputs[1].Options.ShouldBe([new("low", new("low")), new("high", new("Cao"))]);
    }

    [Fact]
    public void A_parameter_stands_for_the_value_in_force_at_the_end_of_the_year()
    {
        Node(Points, "1.10").Indicator!.Points.ShouldBe(12);
        Node(Points, "1.10").Effort.ShouldBe(2.5);
        Node(Points, "1.1").Effort.ShouldBe(1);
        Points.Parameters.ShouldBe([
            new("top", 12, new(2024, 1, 1), new(2030, 12, 31), "142/QĐ-TTg") { Title = new("Điểm cao nhất", "Most points") },
            new("months", 3, new(2025, 8, 19), null, "194/2025/NĐ-CP") { Before = new("months", 6, null, new(2025, 8, 18), null) }]);
    }

    [Fact]
    public void A_parameter_that_ended_in_the_year_counts_when_nothing_follows_it()
    {
        var set = Read(SetTexts.Points.Replace("- { value: 3, from: 2025-08-19, source: \"194/2025/NĐ-CP\" }", "- { value: 4, from: 2026-01-01 }", StringComparison.Ordinal));
        set.Parameters[1].Value.ShouldBe(6);
    }

    [Fact]
    public void An_indicator_that_is_not_scored_needs_neither_points_nor_rule()
    {
        var indicator = Node(Points, "2").Indicator!;
        indicator.Scored.ShouldBeFalse();
        indicator.Points.ShouldBe(0);
        indicator.Quarters.ShouldBe(QuarterRule.Max);
    }

    [Fact]
    public void A_normalised_set_hands_its_settings_down()
    {
        Normalised.Kind.ShouldBe(SetKind.Normalised);
        Normalised.Within.ShouldBe(StatisticsScope.Group);
        Normalised.Aggregate.ShouldBe(Aggregation.Geometric);
        Normalised.DataThreshold.ShouldBe(0.5);
        var conn = Node(Normalised, "Conn");
        (conn.Weight, conn.Aggregate, conn.DataThreshold).ShouldBe((2, Aggregation.Harmonic, 0.5));
        Node(Normalised, "Goods").Normalised.ShouldBe(new NormalisedLeaf
        {
            Denominator = "GDP", Impute = Imputation.GroupMean, ImputeBy = "region", Treat = new(4, 1.5, 3, true),
            Normalise = new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 },
        });
        Node(Normalised, "Tariff").Normalised.ShouldBe(new NormalisedLeaf
        {
            Direction = -1, ImputeBy = "region", Transform = Transform.Ln,
            Normalise = new(NormaliseKind.Goalposts) { Low = 1, High = 25, Lower = 0, Upper = 10, Truncate = false },
        });
        Node(Normalised, "Raw").DataThreshold.ShouldBe(0);
    }

    [Theory]
    [InlineData("Rank", NormaliseKind.Borda)]
    [InlineData("Raw", NormaliseKind.None)]
    [InlineData("Pr", NormaliseKind.PercentileRank)]
    [InlineData("Max", NormaliseKind.DistanceToMax)]
    [InlineData("R", NormaliseKind.Rank)]
    public void A_normalisation_without_constants_is_a_word(string code, NormaliseKind kind) =>
        Node(Normalised, code).Normalised!.Normalise.ShouldBe(new Normalisation(kind));

    [Fact]
    public void Normalisations_keep_their_constants()
    {
        Node(Normalised, "Z").Normalised!.Normalise.ShouldBe(new(NormaliseKind.ZScore) { Mean = 10, Sd = 2 });
        Node(Normalised, "Target").Normalised!.Normalise.ShouldBe(new(NormaliseKind.DistanceToTarget) { Target = 7, Cap = false });
        Node(Normalised, "Peer").Normalised!.Normalise.ShouldBe(new(NormaliseKind.DistanceToReference) { Unit = "VN" });
        Node(Normalised, "R").Normalised!.ImputeBy.ShouldBeNull();
    }

    [Fact]
    public void Codes_are_text_even_where_yaml_sees_a_number() =>
        Read("set: s\nyear: 2025\nnodes:\n- { code: 1.10, points: 1, rule: { timeliness: {} } }\n- { code: \"1.1\", points: 1, rule: { timeliness: {} } }")
            .Nodes.Select(node => node.Code).ShouldBe(["1.10", "1.1"]);

    [Fact]
    public void Yes_is_a_word_not_a_flag() =>
        Read("set: s\nyear: 2025\nnodes:\n- { code: a, name: yes, points: 1, rule: { timeliness: {} } }").Nodes[0].Name.Vi.ShouldBe("yes");

    [Fact]
    public void What_is_absent_has_its_default()
    {
        var set = Read("set: s\nyear: 2025\nnodes:\n- { code: a, points: 1, rule: { timeliness: {} } }");
        set.Title.Vi.ShouldBe("s");
        set.Ranking.ShouldBe(new RankingRule());
        set.Groups.ShouldBeEmpty();
        set.Uncertainty.ShouldBeNull();
        (set.Unverified, set.NotApplicable).ShouldBe((Unverified.Zero, NotApplicable.Keep));
    }

    [Fact]
    public void The_hash_is_of_the_bytes() =>
        SetFile.Parse(SetTexts.Points, "s.yaml").Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SetTexts.Points))));

    private static IndicatorSet Read(string yaml)
    {
        var reading = SetFile.Parse(yaml, "s.yaml");
        reading.Faults.ShouldBeEmpty();
        return reading.Set.ShouldNotBeNull();
    }

    private static Node Node(IndicatorSet set, string code) => set.AllNodes().Single(node => node.Code == code);
}
