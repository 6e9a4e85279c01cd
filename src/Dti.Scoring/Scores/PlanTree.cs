using Dti.Scoring.Sets;

namespace Dti.Scoring.Scores;

/// <summary>The set's tree as a list, parents before children, so that a loop from the end sees every child before its parent.</summary>
internal static class PlanTree
{
    public static IReadOnlyList<PlanNode> Of(IndicatorSet set)
    {
        var nodes = new List<PlanNode>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        Add(null, ScoringPlan.RootCode, 0, -1, set.Nodes);
        return nodes;

        int Add(Node? node, string code, int depth, int parent, IReadOnlyList<Node> children)
        {
            if (!codes.Add(code))
                throw new ScoringException("duplicate-code", $"Two nodes have the code {code}; give each its own ({ScoringPlan.RootCode} is the root's).");
            if (node is { Children.Count: > 0 } && (node.Indicator is not null || node.Normalised is not null))
                throw new ScoringException("mixed-node", $"Node {code} has children and a rule of its own; give it one or the other.");

            int index = nodes.Count;
            var ofChildren = new int[children.Count];
            nodes.Add(new(index, code, depth, parent, ofChildren, node));
            for (int i = 0; i < ofChildren.Length; i++)
                ofChildren[i] = Add(children[i], children[i].Code, depth + 1, index, children[i].Children);
            return index;
        }
    }
}
