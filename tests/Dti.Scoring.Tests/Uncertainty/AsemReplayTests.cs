using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>The uncertainty and sensitivity analysis of COINr 1.1.14 over its ASEM example, replayed: every replicate's weights and choices are given.</summary>
public sealed class AsemReplayTests
{
    private const int Units = 51;

    /// <summary>COINr takes min_max from 1 to 100 or a z-score of mean 10 and deviation 2.</summary>
    private static readonly Normalisation Method = new(NormaliseKind.MinMax) { Lower = 1, Upper = 100, Mean = 10, Sd = 2 };

    [Fact]
    public void Rank_statistics_are_the_published_ones()
    {
        var (result, codes) = Replay("20_UA_replicates.csv");
        var expected = GoldenTable.Read("20_UA_rankstats.csv").Ordered("uCode", codes);
        result.Units.Select(unit => unit!.Mean).ToArray().ShouldAgreeWith(expected.Numbers("Mean"), "mean");
        result.Units.Select(unit => unit!.Median).ShouldBe(expected.Numbers("Median"));
        result.Units.Select(unit => unit!.Low).ShouldBe(expected.Numbers("Q5"));
        result.Units.Select(unit => unit!.High).ShouldBe(expected.Numbers("Q95"));
    }

    [Fact]
    public void Nominal_ranks_are_the_published_ones()
    {
        var (result, codes) = Replay("20_UA_replicates.csv");
        double[] official = new double[Units];
        for (int slot = 0; slot < Units; slot++)
            official[result.Pools.Slots[slot]] = result.Pools.Official[slot];
        official.ShouldBe(GoldenTable.Read("20_UA_nominal.csv").Ordered("uCode", codes).Numbers("Rank"));
    }

    [Fact]
    public void Sensitivity_indices_are_the_published_ones()
    {
        var (result, _) = Replay("21_SA_replicates.csv");
        double[] y = SensitivityAnalysis.Shifts(result.Pools, result.Pools.Pools[0], result.Ranks, result.Draws, result.Scale);
        int n = y.Length / 5;
        var expected = GoldenTable.Read("21_SA_sensitivity.csv");
        expected.Words("Variable").ShouldBe(["Weights", "Normalisation", "Aggregation"]);
        var indices = Enumerable.Range(2, 3).Select(sample => Sobol.Of(y.AsSpan(0, n), y.AsSpan(n, n), y.AsSpan(sample * n, n))).ToList();
        indices.Select(index => index.First).ToArray().ShouldAgreeWith(expected.Numbers("Si"), "first order");
        indices.Select(index => index.Total).ToArray().ShouldAgreeWith(expected.Numbers("STi"), "total order");
    }

    private static (RankUncertainty Result, string[] Codes) Replay(string file)
    {
        var meta = GoldenTable.Read("in_iMeta.csv");
        string[] code = meta.Words("iCode"), parent = meta.Words("Parent"), level = meta.Words("Level"), direction = meta.Words("Direction");
        var treated = GoldenTable.Read("05_treated.csv");
        string[] codes = treated.Words("uCode");
        var set = Given.Composite(Children("Index")) with
        {
            Groups = [],
            Ranking = new(Ties.Min, 2, RankRounding.After),
            Uncertainty = new() { Normalise = [NormaliseKind.MinMax, NormaliseKind.ZScore] },
        };
        var table = new UnitTable
        {
            Units = [.. codes.Select(unit => new TableUnit(unit, ""))],
            Columns = set.AllNodes().Where(node => node.Normalised is not null).ToDictionary(node => node.Code, node => treated.Numbers(node.Code)),
        };
        var scores = Given.Score(set, table);
        var replicates = new Replicates(scores.Plan.Nodes.Select(node => node.Code == "INDEX" ? "Index" : node.Code).ToArray(), GoldenTable.Read(file));
        var ranking = Ranking.Rank(set, table, scores.Values[0]);
        return (UncertaintyAnalysis.Run(scores, ranking, new(replicates.Count, 0), _ => replicates, default), codes);

        Node[] Children(string of) => [.. Enumerable.Range(0, code.Length).Where(i => level[i].Length > 0 && parent[i] == of).Select(i => new Node
        {
            Code = code[i],
            Name = Given.Name,
            Children = Children(code[i]),
            Normalised = level[i] == "1" ? new() { Direction = int.Parse(direction[i], System.Globalization.CultureInfo.InvariantCulture), Normalise = Method } : null,
        })];
    }

    /// <summary>Given draws in place of random ones; the nominal weights are all 1.</summary>
    private sealed class Replicates : IDraws
    {
        private readonly double[][] _weights;
        private readonly (int Set, int Normalise, Aggregation Aggregate)[] _rows;

        public Replicates(string[] nodes, GoldenTable rows)
        {
            var sets = GoldenTable.Read("20_weight_sets.csv");
            _weights = [.. nodes.Select(sets.Numbers)];
            double[] set = rows.Numbers("weight_set");
            string[] norm = rows.Words("norm"), agg = rows.Words("agg");
            _rows = [.. set.Select((number, i) => ((int)number - 1, norm[i] == "n_zscore" ? 1 : 0, agg[i] == "a_gmean" ? Aggregation.Geometric : Aggregation.Arithmetic))];
        }

        public int Count => _rows.Length;

        public void Fill(int number, Draw draw)
        {
            (int set, draw.Normalise, draw.Aggregate) = _rows[number];
            for (int node = 0; node < _weights.Length; node++)
                draw.Factors[node] = _weights[node][set];
        }
    }
}
