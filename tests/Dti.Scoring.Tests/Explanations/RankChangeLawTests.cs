using Dti.Scoring.Explanations;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Dti.Scoring.Tests.Explanations;

/// <summary>Two random years under two methods of one kind.</summary>
public sealed class RankChangeLawTests
{
    private static readonly string[] PointColumns = ["1.1.a", "1.1.b", "1.2", "2"];
    private static readonly string[] CompositeColumns = ["a1", "a2", "b"];

    private static readonly IndicatorSet OldPoints = Points(30, new LinearRule(new("1.2", "x"), 0, 8));
    private static readonly IndicatorSet NewPoints = Points(10, new StepsRule(new("1.2", "x"), [new(2, 0.25), new(5, 1)]));
    private static readonly IndicatorSet OldMeans = Means(new(NormaliseKind.MinMax) { Lower = 1, Upper = 10 });
    private static readonly IndicatorSet NewMeans = Means(new(NormaliseKind.ZScore) { Mean = 5, Sd = 1 });

    private static readonly Dictionary<string, (IndicatorSet Old, IndicatorSet New, string[] Columns)> Sets = new()
    {
        ["points by row"] = (OldPoints, NewPoints, PointColumns),
        ["points rescaled"] = (OldPoints with { NotApplicable = NotApplicable.Rescale }, NewPoints with { NotApplicable = NotApplicable.Rescale }, PointColumns),
        ["dense whole ranks"] = (OldPoints with { Ranking = new(Ties.Dense, 0) }, NewPoints with { Ranking = new(Ties.Dense, 0) }, PointColumns),
        ["average ties"] = (OldPoints with { Ranking = new(Ties.Average, 0) }, NewPoints with { Ranking = new(Ties.Max, 0) }, PointColumns),
        ["relative"] = (Points(30, new RelativeRule(new("1.2", "x"))), NewPoints, PointColumns),
        ["relative twice"] = (
            Points(30, new RelativeRule(new("1.2", "x"), WhenEmpty.Exclude)) with { Ranking = new(Ties.Dense, 0) },
            Points(20, new SumRule([new(0.5, new RelativeRule(new("1.2", "x"))), new(0.5, new LinearRule(new("1.1", "a"), 0, 9))])) with { Ranking = new(Ties.Min, 1, RankRounding.After) },
            PointColumns),
        ["relative within rules"] = (
            Compared(new AllRule([new RelativeRule(new("1", "x")), new LinearRule(new("1", "x"), 0, 5)]), new AnyRule([new LinearRule(new("2", "x"), 0, 20), new RelativeRule(new("2", "x"))])),
            Compared(new TimesRule([new LinearRule(new("1", "x"), 0, 6), new RelativeRule(new("1", "x"))]), new RelativeRule(new("2", "x"))),
            ["1", "2", "3"]),
        ["means"] = (OldMeans, NewMeans, CompositeColumns),
        ["a geometric mean in an arithmetic one"] = (Mixed(NormaliseKind.Goalposts), Mixed(NormaliseKind.MinMax), CompositeColumns),
        ["means over goalposts"] = (Means(new(NormaliseKind.Goalposts) { Low = 0, High = 9 }), Means(new(NormaliseKind.None)), CompositeColumns),
        ["means of ranks"] = (Means(new(NormaliseKind.Rank)) with { Ranking = new(Ties.Average, 0) }, OldMeans with { Within = StatisticsScope.Group }, CompositeColumns),
    };

    public static TheoryData<string> Cases => [.. Sets.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Contributions_are_those_of_the_plain_way_and_add_up_to_the_change(string name)
    {
        var (old, now, columns) = Sets[name];
        Prop.ForAll(Years(columns), years =>
        {
            if (Changes(old, now, years.Before, years.After) is not { } changes)
                return true;
            var (before, after) = (Official(old, years.Before), Official(now, years.After));
            foreach (var change in changes)
            {
                change.OldRank.ShouldBe(change.OldUnit is null ? null : before[change.OldUnit]);
                change.NewRank.ShouldBe(change.NewUnit is null ? null : after[change.NewUnit]);
                if (change.Rank is { } rank)
                {
                    rank.Sum.ShouldBe(change.NewRank!.Value - change.OldRank!.Value, 1e-9);
                    change.Score!.Value.Sum.ShouldBe(change.NewScore - change.OldScore, 1e-9);
                    var plain = PlainRankChange.Of(old, now, years.Before, years.After, change.NewUnit!);
                    new[] { rank.Own, rank.Others, rank.Method, rank.EntryAndExit }.ShouldAgreeWith(plain.Rank);
                }
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_player_that_changes_nothing_contributes_nothing(string name)
    {
        var (old, now, columns) = Sets[name];
        Prop.ForAll(Years(columns), years =>
        {
            // The same set: the method is null. The same units throughout: entry and exit are.
            foreach (var change in Changes(old, old, years.Before, years.After) ?? [])
                (change.Rank?.Method ?? 0).ShouldBe(0);
            foreach (var change in Changes(old, now, years.Before, Among(years.Before, years.After)) ?? [])
                (change.Rank?.EntryAndExit ?? 0).ShouldBe(0);
            foreach (var change in Changes(old, now, years.Before, years.Before) ?? [])
            {
                ((change.Rank?.Own, change.Rank?.Others) is (0, 0) or (null, null)).ShouldBeTrue();
                (change.Score?.Own ?? 0).ShouldBe(0);
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_years_in_the_other_order_give_the_same_with_the_other_sign(string name)
    {
        var (old, now, columns) = Sets[name];
        Prop.ForAll(Years(columns), years =>
        {
            var there = Changes(old, now, years.Before, years.After);
            var back = Changes(now, old, years.After, years.Before)?.Where(change => change.Rank is not null).ToDictionary(change => change.NewUnit!);
            foreach (var change in there?.Where(change => change.Rank is not null) ?? [])
                (change.Rank!.Value.Own + back![change.NewUnit!].Rank!.Value.Own).ShouldBe(0, 1e-9);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_order_of_units_changes_nothing(string name)
    {
        var (old, now, columns) = Sets[name];
        Prop.ForAll(Years(columns), years =>
        {
            var straight = Changes(old, now, years.Before, years.After)?.ToDictionary(change => (change.OldUnit, change.NewUnit));
            foreach (var change in Changes(old, now, Turned(years.Before), Turned(years.After)) ?? [])
                straight![(change.OldUnit, change.NewUnit)].ShouldBe(change);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    /// <summary>Null where what happened is a named fault, such as a column in which all are the same.</summary>
    private static IReadOnlyList<RankChange>? Changes(IndicatorSet old, IndicatorSet now, UnitTable before, UnitTable after)
    {
        try
        {
            return RankChangeAnalysis.Explain(
                new() { Plan = ScoringPlan.Compile(old), Old = before, New = after },
                new() { Plan = ScoringPlan.Compile(now), Old = before, New = after });
        }
        catch (ScoringException fault) when (fault.Code is "constant-column" or "non-positive-under-mean")
        {
            return null;
        }
    }

    private static Dictionary<string, double?> Official(IndicatorSet set, UnitTable table) =>
        Ranking.Rank(set, table, Given.Score(set, table).Values[0]).ToDictionary(row => table.Units[row.Unit].Code, row => row.Rank);

    private static IndicatorSet Points(double of, Rule rule) => Given.Points(
        Given.Branch("1",
            Given.Indicator("1.1", of, new RatioRule(new("1.1", "a"), new("1.1", "b"), 0.8, 0.1, WhenEmpty.Exclude), Given.Number("a"), Given.Number("b")),
            Given.Indicator("1.2", 20, rule, Given.Number("x"))),
        Applying(Given.Ten("2"), "so"));

    private static Node Applying(Node node, string group) => node with { Indicator = node.Indicator! with { Groups = [group] } };

    private static IndicatorSet Compared(Rule one, Rule two) => Given.Points(
        Given.Indicator("1", 10, one, Given.Number("x")),
        Given.Indicator("2", 15, two, Given.Number("x")),
        Given.Ten("3") with { Indicator = Given.Ten("3").Indicator! with { Scored = false } });

    private static IndicatorSet Mixed(NormaliseKind kind)
    {
        Normalisation normalise = new(kind) { Low = 0, High = 9, Lower = 1, Upper = 10 };
        return Given.Composite(Given.Branch("a", Given.Leaf("a1", normalise), Given.Leaf("a2", normalise)) with { Aggregate = Aggregation.Geometric }, Given.Leaf("b", normalise, 3));
    }

    private static IndicatorSet Means(Normalisation normalise) =>
        Given.Composite(Given.Branch("a", Given.Leaf("a1", normalise, 2), Given.Leaf("a2", normalise)), Given.Leaf("b", normalise, 3));

    private static UnitTable Turned(UnitTable table) => new()
    {
        Units = [.. table.Units.Reverse()],
        Columns = table.Columns.ToDictionary(column => column.Key, column => column.Value.AsEnumerable().Reverse().ToArray()),
    };

    /// <summary>The units of one year with figures of another.</summary>
    private static UnitTable Among(UnitTable units, UnitTable figures) => new()
    {
        Units = units.Units,
        Columns = units.Columns.ToDictionary(
            column => column.Key,
            column => column.Value.Select((value, row) => row < figures.Units.Count ? figures.Columns[column.Key][row] : value).ToArray()),
    };

    /// <summary>Small whole figures, so that ties are common; some units of one year only, some not ranked, some change group.</summary>
    private static Arbitrary<(UnitTable Before, UnitTable After)> Years(string[] columns) =>
        (from before in Year(columns) from after in Year(columns) select (before, after)).ToArbitrary();

    private static Gen<UnitTable> Year(string[] columns) =>
        from first in Gen.Choose(0, 2)
        from count in Gen.Choose(3, 7)
        from cells in Gen.OneOf(Gen.Choose(0, 9).Select(whole => (double)whole), Gen.Choose(0, 9).Select(whole => whole / 4.0)).ArrayOf(count * columns.Length)
        from groups in Gen.Elements("so", "so", "so", "huyen").ArrayOf(count)
        from ranked in Gen.Elements(true, true, true, true, false).ArrayOf(count)
        select new UnitTable
        {
            Units = [.. Enumerable.Range(0, count).Select(row => new TableUnit($"u{first + row}", groups[row], "", ranked[row]))],
            Columns = columns.Select((column, at) => (column, cells[(at * count)..((at + 1) * count)])).ToDictionary(),
        };
}
