using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>The plain way to the ranks of a draw: write the drawn set, compile it, score the drawn table, rank.</summary>
internal static class PlainUncertainty
{
    /// <summary>[table row][draw]; NaN = no rank.</summary>
    public static double[][] Ranks(IndicatorSet set, UnitTable table, int draws, ulong seed)
    {
        var scores = Given.Score(set, table);
        var model = new DrawnModel(scores.Plan, table, [.. Enumerable.Range(0, table.Units.Count)], new(set, table, seed));
        var random = new RandomDraws(UncertaintyAnalysis.RuleOf(set), seed, model.Leaves, draws);
        var official = Ranking.Rank(set, table, scores.Values[0]).Where(row => row.Rank is not null).Select(row => row.Unit).ToHashSet();
        var errors = new InputErrors(set, table, seed);
        var alternatives = Alternatives.Of(set);
        double[][] ranks = [.. table.Units.Select(_ => Enumerable.Repeat(double.NaN, draws).ToArray())];
        for (int number = 0; number < draws; number++)
        {
            var tree = new DrawnTree(scores.Plan.Nodes, model.NominalWeights(), set.Kind == SetKind.Points);
            random.Fill(number, tree.Draw);
            tree.Weigh();
            var drawn = Drawn(alternatives[tree.Draw.Normalise], scores.Plan, tree);
            var drawnTable = errors.Any ? errors.Drawn(tree.Draw.Inputs) : table;
            var roots = ScoringPlan.Compile(drawn).Score(drawnTable).Values[0];
            for (int unit = 0; unit < roots.Length; unit++)
                if (!official.Contains(unit))
                    roots[unit] = double.NaN;
            foreach (var row in Ranking.Rank(set, table, roots))
                ranks[row.Unit][number] = row.Rank ?? double.NaN;
        }
        return ranks;
    }

    private static IndicatorSet Drawn(IndicatorSet set, ScoringPlan plan, DrawnTree tree)
    {
        var index = plan.Nodes.ToDictionary(node => node.Code, node => node.Index);
        bool points = set.Kind == SetKind.Points;
        return set with { Nodes = Left(set.Nodes), Aggregate = tree.Draw.Aggregate ?? set.Aggregate };

        Node[] Left(IReadOnlyList<Node> nodes) => [.. nodes.Select(Changed).OfType<Node>()];

        Node? Changed(Node node)
        {
            int at = index[node.Code];
            bool dropped = at == tree.Draw.Dropped;
            if (node.Indicator is { } indicator)
                return node with { Indicator = indicator with { Points = tree.Weights[at], Scored = indicator.Scored && !dropped } };
            var children = Left(node.Children);
            return dropped || (node.Children.Count > 0 && children.Length == 0)
                ? null
                : node with { Children = children, Weight = points ? 1 : tree.Weights[at], Aggregate = tree.Draw.Aggregate ?? node.Aggregate };
        }
    }
}
