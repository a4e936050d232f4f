using System.Reflection;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>Where statements are made: in static fields, where these tests find and compile them, and nowhere else.</summary>
internal static class Making
{
    public static IEnumerable<string> Elsewhere(IReadOnlyCollection<Type> types)
    {
        var calls = types.Where(t => !t.ContainsGenericParameters).SelectMany(Il.MethodsOf).SelectMany(m => Il.CallsOf(m).Select(called => (By: m, Called: Open(called)))).ToLookup(c => c.Called, c => c.By);
        var makers = new Queue<MethodBase>(calls.Where(c => c.Key.DeclaringType == typeof(Statement) && c.Key is MethodInfo { IsStatic: true }).SelectMany(c => c).Distinct());
        var seen = new HashSet<MethodBase>();
        while (makers.TryDequeue(out var maker))
        {
            if (!seen.Add(maker) || maker is ConstructorInfo { IsStatic: true })
                continue;
            // A private method that words several static statements is as good as the field, as long as only fields use it.
            var callers = calls[Open(maker)].ToList();
            if (maker is MethodInfo { IsStatic: true, ReturnType: var made } && made.IsAssignableTo(typeof(Statement)) && callers.Count > 0)
                callers.ForEach(makers.Enqueue);
            else
                yield return $"{TheHouse.Where(maker.DeclaringType!)}: {maker.Name} makes a Statement; hold it in a static readonly field, where it is compiled for both databases.";
        }
    }

    private static MethodBase Open(MethodBase method) =>
        method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : method;
}
