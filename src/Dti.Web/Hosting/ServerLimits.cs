using Microsoft.AspNetCore.Http.Timeouts;

namespace Dti.Web.Hosting;

/// <summary>What one connection may take of this server; endpoints that take files say so themselves.</summary>
internal static class ServerLimits
{
    public static void Apply(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        });
        builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = TimeSpan.FromSeconds(60),
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        });
    }
}
