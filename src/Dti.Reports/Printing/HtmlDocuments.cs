using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dti.Reports.Printing;

/// <summary>Razor component to HTML. A document takes one model as its parameter and injects nothing.</summary>
public static class HtmlDocuments
{
    public static async Task<string> RenderAsync<TDocument>(IReadOnlyDictionary<string, object?> parameters) where TDocument : IComponent
    {
        await using var nothing = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(nothing, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TDocument>(ParameterView.FromDictionary(new Dictionary<string, object?>(parameters)));
            return root.ToHtmlString();
        });
    }
}
