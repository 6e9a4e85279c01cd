using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>How draws are shared out: batches, threads, faults, limits.</summary>
public sealed class DrawingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly IndicatorSet Four = Given.Points(Given.Ten("1"), Given.Ten("2"), Given.Ten("3"), Given.Ten("4")) with { Groups = [] };

    [Theory]
    [InlineData(16, new[] { 16 })]
    [InlineData(32, new[] { 16, 32 })]
    [InlineData(33, new[] { 16, 32, 33 })]
    public void Draws_are_told_in_batches_of_16(int draws, int[] expected) => Batches(Four, 3, draws).ShouldBe(expected);

    /// <summary>With errors every draw has columns of its own: 4 of 32,768 numbers, of which 2^20 are held at once.</summary>
    [Fact]
    public void Batches_are_shorter_where_draws_take_much_memory()
    {
        Batches(Four, 32_768, 10).ShouldBe([10]);
        Batches(Four with { Uncertainty = new() { Inputs = new Dictionary<string, double> { ["1"] = 0.1 } } }, 32_768, 10).ShouldBe([8, 10]);
    }

    /// <summary>Two threads meet, one batch each; the one told to goes first.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_two_faults_the_earlier_draws_is_told_whichever_came_first(int first)
    {
        using var faults = new Faults(first);
        var (model, pools) = Ready(Four, 3);
        Should.Throw<ScoringException>(() => new RankDraws(model, faults, pools).Fill(new ushort[3 * faults.Count], 2, faults, default)).Message.ShouldBe("batch 0");
    }

    [Fact]
    public void Threads_are_as_many_as_asked_for_or_one_a_processor()
    {
        UncertaintyAnalysis.ThreadsOf(new(1, 0, Environment.ProcessorCount + 1)).ShouldBe(Environment.ProcessorCount + 1);
        UncertaintyAnalysis.ThreadsOf(new(1, 0)).ShouldBe(Environment.ProcessorCount);
        UncertaintyAnalysis.ThreadsOf(new(1, 0, -1)).ShouldBe(Environment.ProcessorCount);
    }

    /// <summary>200 units in a million draws take just the memory there may be; stopped before the first draw.</summary>
    [Fact]
    public void What_just_fits_in_memory_is_not_refused()
    {
        var table = Table(200);
        var scores = Given.Score(Four, table);
        Should.Throw<OperationCanceledException>(() =>
            UncertaintyAnalysis.Run(scores, Ranking.Rank(Four, table, scores.Values[0]), new(1_000_000, 0), new CancellationToken(true)));
    }

    private static List<int> Batches(IndicatorSet set, int units, int draws)
    {
        var (model, pools) = Ready(set, units);
        var told = new Told();
        new RankDraws(model, new RandomDraws(new(), 1, model.Leaves, draws), pools).Fill(new ushort[units * draws], 1, told, default);
        return told.Values;
    }

    private static (DrawnModel Model, RankPools Pools) Ready(IndicatorSet set, int units)
    {
        var table = Table(units);
        var scores = Given.Score(set, table);
        var pools = new RankPools(set, [.. Enumerable.Range(0, units).Select(unit => new RankedUnit(unit, "", "", unit + 1, null, null))]);
        return (UncertaintyAnalysis.Model(scores, pools, 1), pools);
    }

    private static UnitTable Table(int units) =>
        Given.Table([.. new[] { "1", "2", "3", "4" }.Select(code => (code, Enumerable.Range(0, units).Select(unit => unit % 11.0).ToArray()))]);

    private sealed class Faults(int first) : IDraws, IProgress<int>, IDisposable
    {
        private readonly CountdownEvent _both = new(2);
        private readonly ManualResetEventSlim _told = new();

        public int Count => 32;

        /// <summary>A fault is on record before its batch is told as done.</summary>
        public void Report(int value) => _told.Set();

        public void Fill(int number, Draw draw)
        {
            _both.Signal();
            _both.Wait(Patience).ShouldBeTrue();
            if (number / 16 != first)
                _told.Wait(Patience).ShouldBeTrue();
            throw new ScoringException("fault", $"batch {number / 16}");
        }

        public void Dispose()
        {
            _both.Dispose();
            _told.Dispose();
        }
    }
}
