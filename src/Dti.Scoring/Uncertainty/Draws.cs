using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>What one draw changes in the set and its data. Filled anew for every draw.</summary>
internal sealed class Draw(int nodes)
{
    /// <summary>Multiplies the weight or points of each node, by node index.</summary>
    public double[] Factors { get; } = new double[nodes];

    /// <summary>Which of the alternative normalisations.</summary>
    public int Normalise { get; set; }

    /// <summary>Aggregation of every node; null = each its own.</summary>
    public Aggregation? Aggregate { get; set; }

    /// <summary>Node index of the leaf left out; -1 = none.</summary>
    public int Dropped { get; set; } = -1;

    /// <summary>The draw whose errors the inputs carry.</summary>
    public int Inputs { get; set; }
}

/// <summary>A numbered sequence of draws; any draw can be asked for at any time, on any thread.</summary>
internal interface IDraws
{
    int Count { get; }

    void Fill(int number, Draw draw);
}

/// <summary>Parts of the method that vary apart from each other, for <see cref="SensitivityAnalysis"/>.</summary>
public enum MethodChoice { Weights, Normalisation, Aggregation, Inputs, LeaveOneOut }

/// <summary>Random draws as the rule says.</summary>
/// <param name="rule">What varies.</param>
/// <param name="seed">Every 64-bit number is a seed.</param>
/// <param name="leaves">Node indices of the leaves, of which one may be left out.</param>
/// <param name="count">How many draws.</param>
internal sealed class RandomDraws(UncertaintyRule rule, ulong seed, int[] leaves, int count) : IDraws
{
    private readonly Philox _random = new(seed);

    public int Count => count;

    public void Fill(int number, Draw draw)
    {
        _random.Factors(Stream.Weights, number, rule.Weights, draw.Factors);
        draw.Normalise = Pick(Stream.Normalise, number, rule.Normalise.Count);
        draw.Aggregate = rule.Aggregate.Count == 0
            ? null
            : rule.Aggregate[Pick(Stream.Aggregate, number, rule.Aggregate.Count)];
        draw.Dropped = rule.DropOne ? leaves[Pick(Stream.Drop, number, leaves.Length)] : -1;
        draw.Inputs = number;
    }

    /// <summary>Each with equal chance; below <paramref name="among"/>, for 1 − 2⁻⁵³ of it does not round up to it.</summary>
    private int Pick(Stream stream, int draw, int among) => (int)(_random.Uniform(stream, draw, 0) * among);
}
