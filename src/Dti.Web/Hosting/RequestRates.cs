using System.Globalization;
using System.Threading.RateLimiting;
using Dti.Web.Access;
using Dti.Web.Api;
using Microsoft.AspNetCore.RateLimiting;

namespace Dti.Web.Hosting;

/// <summary>
/// Bounds what one token or, without one, one address may ask of this server. Generous to a form that saves as one types, tight for
/// guessing passwords. <c>Dti:RequestsPerSecond</c> sets the first.
/// </summary>
internal static class RequestRates
{
    private const int SignInsPerMinute = 60;

    public static IServiceCollection AddRequestRates(this IServiceCollection services, IConfiguration configuration)
    {
        int perSecond = configuration.GetValue("Dti:RequestsPerSecond", 500);
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = Refuse;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Request.Path.StartsWithSegments("/api")
                ? RateLimitPartition.GetTokenBucketLimiter(Caller(http), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = perSecond * 4,
                    TokensPerPeriod = perSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                })
                : RateLimitPartition.GetNoLimiter(""));
            options.AddPolicy(AccountForms.SignInRates, http => RateLimitPartition.GetFixedWindowLimiter(Address(http), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = SignInsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            }));
        });
    }

    private static string Caller(HttpContext http) => http.User.FindFirst(Principals.TokenClaim)?.Value ?? http.User.Identity?.Name ?? Address(http);

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await Problems.Of(429, "too-many-requests", "Quá nhiều yêu cầu trong thời gian ngắn; hãy chờ rồi thử lại.").ExecuteAsync(context.HttpContext);
    }
}
