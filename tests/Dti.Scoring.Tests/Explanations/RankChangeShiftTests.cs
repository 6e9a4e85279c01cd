using Dti.Scoring.Explanations;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Explanations;

/// <summary>Columns that look at every unit, in tables so large that most units are too far away to change sides.</summary>
public sealed class RankChangeShiftTests
{
    private const int Units = 60;
    private static readonly string[] Codes = ["a1", "a2", "b"];

    public static TheoryData<NormaliseKind, RankRounding, Ties, StatisticsScope, bool> Cases => new()
    {
        { NormaliseKind.ZScore, RankRounding.Before, Ties.Min, StatisticsScope.Table, false },
        { NormaliseKind.ZScore, RankRounding.Before, Ties.Average, StatisticsScope.Group, true },
        { NormaliseKind.ZScore, RankRounding.After, Ties.Max, StatisticsScope.Table, true },
        { NormaliseKind.ZScore, RankRounding.Before, Ties.Dense, StatisticsScope.Table, true },
        { NormaliseKind.Rank, RankRounding.After, Ties.Average, StatisticsScope.Table, true },
        { NormaliseKind.Borda, RankRounding.Before, Ties.Max, StatisticsScope.Group, true },
        { NormaliseKind.PercentileRank, RankRounding.Before, Ties.Min, StatisticsScope.Table, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Contributions_are_those_of_the_plain_way(NormaliseKind kind, RankRounding rounding, Ties ties, StatisticsScope within, bool gaps)
    {
        var (old, now) = (Set(kind, rounding, ties, within, weight: 2), Set(kind, rounding, ties, within, weight: 5));
        var (before, after) = (Table(1, gaps), Table(2, gaps));
        var changes = RankChangeAnalysis.Explain(
            new() { Plan = ScoringPlan.Compile(old), Old = before, New = after }, new() { Plan = ScoringPlan.Compile(now), Old = before, New = after });
        int moved = 0;
        foreach (var change in changes.Where(change => change.Rank is not null))
        {
            var (rank, score) = PlainRankChange.Of(old, now, before, after, change.NewUnit!);
            new[] { change.Rank!.Value.Own, change.Rank.Value.Others, change.Rank.Value.Method, change.Rank.Value.EntryAndExit }.ShouldAgreeWith(rank);
            new[] { change.Score!.Value.Own, change.Score.Value.Others, change.Score.Value.Method, change.Score.Value.EntryAndExit }.ShouldAgreeWith(score);
            change.Rank.Value.Sum.ShouldBe(change.NewRank!.Value - change.OldRank!.Value, 1e-9);
            moved += change.Rank.Value.Others == 0 ? 0 : 1;
        }
        moved.ShouldBeGreaterThan(Units / 2);
    }

    [Fact]
    public void The_work_grows_with_the_square_of_the_larger_year()
    {
        var set = Set(NormaliseKind.ZScore, RankRounding.Before, Ties.Dense, StatisticsScope.Table, weight: 2);
        MethodInputs Inputs(int old, int now) => new() { Plan = ScoringPlan.Compile(set), Old = First(old), New = First(now) };
        double Work(int old, int now) => RankChangeAnalysis.Work(Inputs(old, now), Inputs(old, now));
        Work(20, 20).ShouldBeGreaterThan(0);
        Work(20, 30).ShouldBe(2.25 * Work(20, 20));
        Work(30, 20).ShouldBe(2.25 * Work(20, 20));

        static UnitTable First(int units)
        {
            var table = Table(1, gaps: false);
            return new() { Units = [.. table.Units.Take(units)], Columns = table.Columns.ToDictionary(column => column.Key, column => column.Value[..units]) };
        }
    }

    [Fact]
    public void A_unit_that_holds_nearly_all_of_a_column_s_spread_is_explained_as_any_other()
    {
        var set = Set(NormaliseKind.ZScore, RankRounding.Before, Ties.Min, StatisticsScope.Table, weight: 2);
        var (before, after) = (Table(1, gaps: false), Table(2, gaps: false));
        after.Columns["b"][10] = 1e7;
        var changes = RankChangeAnalysis.Explain(
            new() { Plan = ScoringPlan.Compile(set), Old = before, New = after }, new() { Plan = ScoringPlan.Compile(set), Old = before, New = after });
        foreach (var change in changes.Where(change => change.Rank is not null))
        {
            var plain = PlainRankChange.Of(set, set, before, after, change.NewUnit!);
            new[] { change.Rank!.Value.Own, change.Rank.Value.Others, change.Rank.Value.Method, change.Rank.Value.EntryAndExit }.ShouldAgreeWith(plain.Rank);
        }
    }

    [Fact]
    public void Work_is_what_every_unit_makes_the_table_do_again()
    {
        var shifted = Set(NormaliseKind.ZScore, RankRounding.Before, Ties.Min, StatisticsScope.Table, weight: 2);
        Work(shifted).ShouldBe(0);
        // Two sets, four worlds, three columns, each of the units for each of them.
        Work(shifted with { Ranking = new(Ties.Dense, 1) }).ShouldBe(2 * 4 * 3 * Units * Units);
        Work(shifted with { Aggregate = Aggregation.Harmonic }).ShouldBe(2 * 4 * 3 * Units * Units);
        Work(Given.Composite(Given.Leaf("a1", new(NormaliseKind.DistanceToMax)), Given.Leaf("b", new(NormaliseKind.Goalposts) { High = 1 }))).ShouldBe(0);
        Work(Given.Points(Given.Indicator("1", 10, new RelativeRule(new("1", "x")), Given.Number("x")), Given.Ten("2"))).ShouldBe(2 * 4 * Units * Units);

        static double Work(IndicatorSet set)
        {
            MethodInputs inputs = new() { Plan = ScoringPlan.Compile(set), Old = Table(1, gaps: false), New = Table(2, gaps: false) };
            return RankChangeAnalysis.Work(inputs, inputs);
        }
    }

    private static IndicatorSet Set(NormaliseKind kind, RankRounding rounding, Ties ties, StatisticsScope within, double weight)
    {
        var normalise = new Normalisation(kind) { Mean = 50, Sd = 10 };
        return Given.Composite(Given.Branch("a", Given.Leaf("a1", normalise, weight), Given.Leaf("a2", normalise)), Given.Leaf("b", normalise, 3)) with
        {
            Ranking = new(ties, 1, rounding),
            Within = within,
        };
    }

    /// <summary>Columns of different coarseness, so that some units tie; three units of one year only.</summary>
    private static UnitTable Table(int year, bool gaps)
    {
        var random = new Random(40 + year);
        var columns = Codes.ToDictionary(code => code, _ => new double[Units]);
        for (int unit = 0; unit < Units; unit++)
        {
            columns["a1"][unit] = random.Next(0, 8);
            columns["a2"][unit] = gaps && unit % 7 == year ? double.NaN : Math.Round(100 * random.NextDouble(), 1);
            columns["b"][unit] = gaps && unit % 11 == 2 * year ? double.NaN : 20 * random.NextDouble();
        }
        return new() { Units = [.. Enumerable.Range(3 * year, Units).Select(unit => new TableUnit($"u{unit}", unit % 3 == 0 ? "huyen" : "so"))], Columns = columns };
    }
}
