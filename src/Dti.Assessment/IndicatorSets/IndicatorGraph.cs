using Dti.Assessment.IndicatorSets.Yaml;

namespace Dti.Assessment.IndicatorSets;

/// <summary>
/// Which indicator's rule reads another's inputs. Rules read inputs, never scores, so a ring could be computed; it is refused
/// all the same, because then no indicator of the ring can be moved, dated or dropped without the others.
/// </summary>
internal sealed class IndicatorGraph
{
    private readonly Dictionary<string, Dictionary<string, Place>> edges = [];

    public void Add(string reader, string read, Place place)
    {
        if (reader == read)
            return;
        if (!edges.TryGetValue(reader, out var to))
            edges[reader] = to = [];
        to.TryAdd(read, place);
    }

    /// <summary>Each ring once, at the operand that closes it. Iterative, so that a chain of any length is no danger.</summary>
    public void Report(FaultList faults)
    {
        HashSet<string> done = [];
        foreach (string start in edges.Keys)
        {
            List<string> path = [];
            var stack = new Stack<IEnumerator<KeyValuePair<string, Place>>>();
            HashSet<string> onPath = [];
            Enter(start);
            while (stack.TryPeek(out var next))
            {
                if (!next.MoveNext())
                {
                    stack.Pop();
                    onPath.Remove(path[^1]);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }
                var (code, place) = next.Current;
                if (onPath.Contains(code))
                    Add(faults, place, [.. path.SkipWhile(step => step != code), code]);
                else
                    Enter(code);
            }

            void Enter(string code)
            {
                if (!done.Add(code))
                    return;
                path.Add(code);
                onPath.Add(code);
                IEnumerable<KeyValuePair<string, Place>> to = edges.TryGetValue(code, out var found) ? found : [];
                stack.Push(to.GetEnumerator());
            }
        }
    }

    private static void Add(FaultList faults, Place place, IReadOnlyList<string> ring) =>
        faults.Add(place, SetFaultCodes.Cycle,
            $"indicators read each other in a ring: {string.Join(" → ", ring.Take(20))}; let one of them have the input itself, from the same metric");
}
