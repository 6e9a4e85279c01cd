using System.Globalization;
using System.Text.RegularExpressions;
using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Comparisons;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tests.Units;

public sealed class ShippedSetsTests
{
    public static TheoryData<string, int, double> Sets => new()
    {
        { "nghe-an-data/2023.yaml", 18, 1000 },
        { "nghe-an-data/2024.yaml", 29, 1000 },
        { "nghe-an-data/2025.yaml", 39, 1000 },
        { "nghe-an-data/2026.yaml", 40, 1000 },
        { "examples/hcm-xa/2026.yaml", 43, 100 },
        { "examples/tay-ninh-xa/2025.yaml", 62, 960 },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_shipped_set_loads_with_its_indicators_and_points(string file, int indicators, double points)
    {
        var found = Read(file).Indicators().ToList();
        found.Count.ShouldBe(indicators);
        found.Sum(node => node.Indicator!.Points).ShouldBe(points);
    }

    [Fact]
    public void No_set_is_shipped_that_is_not_tested() =>
        Directory.GetFiles(Path.Combine(Lists.Root, "indicators"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Lists.Root, "indicators"), file).Replace('\\', '/'))
            .ShouldBe(Sets.Select(row => (string)row[0]), ignoreOrder: true);

    [Theory]
    [InlineData(2023, "so", "huyen")]
    [InlineData(2024, "so", "huyen")]
    [InlineData(2025, "so", "huyen")]
    [InlineData(2026, "so", "xa")]
    public void The_sample_set_is_a_draft_that_says_so_and_names_a_source_everywhere(int year, params string[] groups)
    {
        var set = Read(FormattableString.Invariant($"nghe-an-data/{year}.yaml"));
        set.Title.Vi.ShouldContain("bộ chỉ số mẫu");
        set.Issued.ShouldBeNull();
        set.Year.ShouldBe(year);
        set.Groups.Select(group => group.Code).ShouldBe(groups);
        foreach (var node in set.AllNodes())
        {
            node.Source.ShouldNotBeNullOrWhiteSpace(node.Code);
            node.Name.En.ShouldNotBeNullOrWhiteSpace(node.Code);
            foreach (var unseen in new[] { "1082", "922", "405" })
                node.Source!.ShouldNotContain(unseen);
        }
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Every_figure_a_unit_gives_itself_needs_evidence_and_has_a_Vietnamese_name(int year)
    {
        foreach (var node in Read(FormattableString.Invariant($"nghe-an-data/{year}.yaml")).Indicators())
            foreach (var input in node.Indicator!.Inputs.Where(input => input.From.Kind is not InputSourceKind.System))
            {
                input.Name.ShouldNotBeNull($"{node.Code}.{input.Id}");
                input.Evidence.ShouldBe(input.From.Kind is InputSourceKind.Self ? EvidenceRule.Required : EvidenceRule.None, $"{node.Code}.{input.Id}");
            }
    }

    [Fact]
    public void The_sample_sets_use_every_kind_of_rule()
    {
        var used = new[] { "2025", "2026" }.SelectMany(year => Read($"nghe-an-data/{year}.yaml").Indicators())
            .SelectMany(node => Kinds(node.Indicator!.Rule)).ToHashSet();
        used.ShouldBe(typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule))), ignoreOrder: true);
    }

    [Fact]
    public void Indicator_1_1_is_open_data_published_of_those_listed()
    {
        foreach (var year in new[] { "2024", "2025", "2026" })
        {
            var node = Read($"nghe-an-data/{year}.yaml").Indicators().First();
            node.Code.ShouldBe("1.1");
            node.Indicator!.Rule.ShouldBe(new RatioRule(new("1.1", "published"), new("1.1", "listed")));
            node.Indicator.Inputs.Select(input => (input.Id, From: input.From.ToString(), input.Evidence)).ShouldBe([
                ("published", "metric:datasets_published", EvidenceRule.None), ("listed", "self", EvidenceRule.Required)]);
        }
    }

    [Fact]
    public void The_trial_set_of_2023_rests_on_the_decree_of_2020_alone()
    {
        var set = Read("nghe-an-data/2023.yaml");
        Cited(set).ShouldBe(["47/2020/NĐ-CP"]);
        set.AllNodes().ShouldAllBe(node => !node.Source!.Contains("2024", StringComparison.Ordinal));
    }

    [Fact]
    public void The_set_of_2024_rests_on_no_law_of_later_years()
    {
        Cited(Read("nghe-an-data/2024.yaml")).ShouldBe(["142/QĐ-TTg", "47/2020/NĐ-CP"], ignoreOrder: true);
    }

    private static IEnumerable<string> Cited(IndicatorSet set) => set.AllNodes().Select(node => node.Source!).Concat(set.Parameters.Select(parameter => parameter.Source!))
        .SelectMany(source => Regex.Matches(source, @"\d+(/20\d\d)?/(NĐ-CP|QĐ-TTg|QH\d+)").Select(match => match.Value)).Distinct();

    [Theory]
    [InlineData(2024, 2023, 18, 715)]
    [InlineData(2025, 2024, 25, 695)]
    [InlineData(2025, 2023, 17, 525)]
    [InlineData(2026, 2025, 37, 940)]
    [InlineData(2026, 2024, 25, 685)]
    [InlineData(2026, 2023, 17, 515)]
    public void A_sample_set_says_what_became_of_every_indicator_of_each_year_before(int year, int past, int mapped, double points)
    {
        IndicatorSet before = Read(FormattableString.Invariant($"nghe-an-data/{past}.yaml")), set = Read(FormattableString.Invariant($"nghe-an-data/{year}.yaml"));
        set.Maps.Select(map => map.Year).ShouldBe(Enumerable.Range(2023, year - 2023), ignoreOrder: true);
        var map = set.Maps.Single(map => map.Year == past);
        map.Codes.Select(code => code.From).Concat(map.Unmapped).ShouldBe(before.Indicators().Select(node => node.Code), ignoreOrder: true);
        map.Codes.Count.ShouldBe(mapped);
        set.Indicators().Where(node => map.Codes.Any(code => code.To == node.Code)).Sum(node => node.Indicator!.Points).ShouldBe(points);
        InputMapping.Between(map, before, set).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void The_parameter_in_force_at_the_end_of_2025_is_no_longer_the_decree_of_2020() =>
        Read("nghe-an-data/2025.yaml").Parameters.Single(parameter => parameter.Name == "catalogue_review_months")
            .From.ShouldBe(new DateOnly(2025, 8, 19));

    [Fact]
    public void The_denominator_of_one_commune_indicator_is_the_numerator_of_another() =>
        Read("examples/hcm-xa/2026.yaml").Indicators().Single(node => node.Code == "DTI-23").Indicator!.Rule
            .ShouldBe(new RatioRule(new("DTI-23", "protected"), new("DTI-22", "approved")));

    [Fact]
    public void The_example_commune_has_a_figure_for_every_indicator_within_its_points()
    {
        var set = Read("examples/tay-ninh-xa/2025.yaml");
        var rows = File.ReadLines(Path.Combine(Lists.Root, "indicators/examples/tay-ninh-xa/can-giuoc-2025.csv")).Skip(1)
            .Select(line => line.Split(',')).ToList();
        rows.Select(row => row[0]).ShouldBe(set.Indicators().Select(node => node.Code));
        rows.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture)).ShouldBe(set.Indicators().Select(node => node.Indicator!.Points));
        rows.Sum(row => decimal.Parse(row[2], CultureInfo.InvariantCulture)).ShouldBe(787.84m);
        rows.Sum(row => decimal.Parse(row[3], CultureInfo.InvariantCulture)).ShouldBe(606.27m);
    }

    private static IEnumerable<Type> Kinds(Rule rule) => (rule switch
    {
        SumRule sum => sum.Parts.Select(part => part.Rule),
        AllRule all => all.Rules,
        AnyRule any => any.Rules,
        TimesRule times => times.Rules,
        _ => [],
    }).SelectMany(Kinds).Prepend(rule.GetType());

    private static IndicatorSet Read(string file)
    {
        var reading = SetFile.Read(Path.Combine(Lists.Root, "indicators", file));
        reading.Faults.ShouldBeEmpty();
        return reading.Set.ShouldNotBeNull();
    }
}
