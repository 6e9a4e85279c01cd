namespace Dti.Scoring.Uncertainty;

/// <summary>
/// A radial design over independent draws (Saltelli et al. 2010): sample A, sample B, then for each choice A with that choice
/// taken from B. These are the rows from <paramref name="start"/> of all samples, one sample after the other.
/// </summary>
/// <param name="random">Draws 0 … n − 1 are sample A, n … 2n − 1 sample B.</param>
/// <param name="choices">What is exchanged.</param>
/// <param name="n">Length of the base sample.</param>
/// <param name="start">First row.</param>
/// <param name="rows">How many rows.</param>
internal sealed class RadialDraws(RandomDraws random, IReadOnlyList<VariedChoice> choices, int n, int start, int rows) : IDraws
{
    public int Count => rows * (choices.Count + 2);

    public void Fill(int number, Draw draw)
    {
        int sample = number / rows, row = start + number % rows;
        random.Fill(sample == 1 ? n + row : row, draw);
        if (sample < 2)
            return;
        var other = new Draw(draw.Factors.Length);
        random.Fill(n + row, other);
        choices[sample - 2].Take(other, draw);
    }
}
