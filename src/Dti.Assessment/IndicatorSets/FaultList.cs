using System.Globalization;
using Dti.Assessment.IndicatorSets.Yaml;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Collects faults in any order and hands them back by place; past <see cref="Limit"/> they are only counted.</summary>
internal sealed class FaultList(string file)
{
    public const int Limit = 200;

    private readonly List<SetFault> faults = [];
    private int beyond;

    public bool Any => faults.Count > 0;
    private bool IsFull => faults.Count >= Limit;

    public void Add(Place place, string code, string message)
    {
        if (IsFull)
            beyond++;
        else
            faults.Add(new(file, place.Line, place.Column, code, message));
    }

    /// <summary>For messages that search for a suggestion: made only when the fault is kept.</summary>
    public void Add(Place place, string code, Func<string> message) => Add(place, code, IsFull ? "" : message());

    public IReadOnlyList<SetFault> InOrder()
    {
        var ordered = faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column).ToList();
        if (beyond > 0)
        {
            string more = beyond.ToString(CultureInfo.InvariantCulture);
            ordered.Add(new(file, ordered[^1].Line, ordered[^1].Column, SetFaultCodes.TooManyFaults, $"{more} more faults are not listed; mend these first"));
        }
        return ordered;
    }
}
