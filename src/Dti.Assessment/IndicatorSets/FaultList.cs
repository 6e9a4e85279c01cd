using System.Globalization;
using Dti.Assessment.IndicatorSets.Yaml;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Collects faults in any order and hands them back by place; past <see cref="Limit"/> they are only counted.</summary>
internal sealed class FaultList(string file)
{
    public const int Limit = 200;

    private readonly List<SetFault> faults = [];
    private int beyond;

    /// <summary>Further messages would be thrown away, so costly suggestions can be left out.</summary>
    public bool IsFull => faults.Count >= Limit;
    public bool Any => faults.Count > 0;

    public void Add(Place place, string code, string message)
    {
        if (IsFull)
            beyond++;
        else
            faults.Add(new(file, place.Line, place.Column, code, message));
    }

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
