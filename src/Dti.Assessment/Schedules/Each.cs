namespace Dti.Assessment.Schedules;

/// <summary>One that fails must not keep the others from their turn, today and every day after.</summary>
internal static class Each
{
    /// <exception cref="AggregateException">What failed, after all have had their turn; the scheduler notes it and ticks again.</exception>
    public static async Task OfAsync<T>(IEnumerable<T> all, Func<T, Task> act)
    {
        var failures = new List<Exception>();
        foreach (var one in all)
        {
            try
            {
                await act(one);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}
