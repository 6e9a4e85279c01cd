using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Api;

/// <summary>The version of a submission as an entity tag: <c>"7"</c>.</summary>
internal static class Versions
{
    /// <summary>What no version is, so that a tag that is none of ours answers 412 with the current version.</summary>
    private const int None = -1;

    public static void SetVersion(this HttpResponse response, int version)
    {
        response.Headers.ETag = Tag(version);
        response.Headers.CacheControl = "private, no-cache";
    }

    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Null when there is no If-Match. Weak tags never match (RFC 9110, 13.1.1).</summary>
    public static int? Seen(this HttpRequest request)
    {
        string tag = request.Headers.IfMatch.ToString().Trim();
        if (tag.Length == 0)
            return null;
        return tag is ['"', .. var digits, '"'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && Tag(version) == tag
            ? version
            : None;
    }

    public static ProblemHttpResult Missing { get; } = Problems.Of(
        428, "if-match-missing", "Thiếu tiêu đề If-Match: gửi phiên bản đã đọc, ví dụ If-Match: \"7\" (\"0\" khi chưa lưu lần nào).");
}
