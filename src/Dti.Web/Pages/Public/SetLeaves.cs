using Dti.Scoring.Sets;

namespace Dti.Web.Pages.Public;

internal static class SetLeaves
{
    /// <summary>Leaves that take part in the score.</summary>
    public static int Count(IndicatorSet set) => set.AllNodes().Count(node => node.Normalised is not null || node.Indicator is { Scored: true });
}
