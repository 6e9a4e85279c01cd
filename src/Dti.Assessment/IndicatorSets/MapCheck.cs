using Dti.Scoring.Comparisons;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>What of a set's maps shows only beside the earlier set: codes it does not have, types and options that do not fit.</summary>
public static class MapCheck
{
    /// <param name="reading">The later set, without fault.</param>
    /// <param name="file">Its file, for messages.</param>
    /// <param name="earlier">The set of a map's code and year; null when it is not at hand, and then that map is not checked.</param>
    public static IReadOnlyList<SetFault> Faults(SetReading reading, string file, Func<SetMap, IndicatorSet?> earlier)
    {
        var faults = new FaultList(file);
        foreach (var map in reading.Set?.Maps ?? [])
            if (earlier(map) is { } from)
                foreach (var fault in InputMapping.Between(map, from, reading.Set!).Faults)
                    faults.Add(reading.MapPlaces[new(map.Set, map.Year, fault.Key)], fault.Code, () => fault.Message + Suggestion.For(fault.Key, fault.Known));
        return faults.InOrder();
    }
}
