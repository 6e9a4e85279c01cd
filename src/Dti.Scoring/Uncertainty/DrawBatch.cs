namespace Dti.Scoring.Uncertainty;

/// <summary>One thread's room for a few draws: block by block of units every draw's scores, then draw by draw the ranks.</summary>
internal sealed class DrawBatch
{
    private readonly DrawnModel _model;
    private readonly IDraws _draws;
    private readonly RankPools _pools;
    private readonly TreeScores _scores;
    private readonly PoolRanks _poolRanks;
    private readonly DrawnTree[] _trees;
    private readonly LeafColumns[] _columns;
    private readonly (double, double)[][] _patterns;
    private readonly double[][] _roots;
    private readonly ushort[][] _ranks;

    public DrawBatch(DrawnModel model, IDraws draws, RankPools pools, int size)
    {
        _model = model;
        _draws = draws;
        _pools = pools;
        _scores = new(model);
        _poolRanks = new(model.Plan.Set.Ranking, pools.Largest);
        double[] nominal = model.NominalWeights();
        _trees = Each(size, () => new DrawnTree(model.Plan.Nodes, nominal, model.Points));
        _columns = new LeafColumns[size];
        _patterns = Each(size, () => new (double, double)[model.Kept?.Patterns ?? 0]);
        _roots = Each(size, () => new double[model.Padded]);
        _ranks = Each(size, () => new ushort[pools.Slots.Length]);
    }

    public void Fill(int first, int count, ushort[] ranks)
    {
        for (int i = 0; i < count; i++)
        {
            _draws.Fill(first + i, _trees[i].Draw);
            _trees[i].Weigh();
            _columns[i] = _model.Columns(_trees[i].Draw);
            _model.Kept?.Weigh(_trees[i], _patterns[i]);
        }
        for (int start = 0; start < _model.Padded; start += TreeScores.Block)
            for (int i = 0; i < count; i++)
            {
                var roots = _roots[i].AsSpan(start, Math.Min(TreeScores.Block, _model.Padded - start));
                _scores.Fill(_columns[i], _trees[i], start, roots);
                _model.Kept?.Rescale(_patterns[i], start, roots);
            }
        for (int i = 0; i < count; i++)
            foreach (var pool in _pools.Pools)
                _poolRanks.Fill(_roots[i].AsSpan(pool.First, pool.Count), _ranks[i].AsSpan(pool.First, pool.Count));
        for (int slot = 0; slot < _pools.Slots.Length; slot++)
        {
            long to = (long)slot * _draws.Count + first;
            for (int i = 0; i < count; i++)
                ranks[to + i] = _ranks[i][slot];
        }
    }

    private static T[] Each<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];
}
